// What the user's own statements see.
#include "codegen/plan/connect_user_sql.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace strata::codegen {

void connect_user_sql(std::vector<action>& actions) {
  std::set<std::string> taken;
  for (const action& one : actions) {
    if (one.id.at == stage::rename) {
      taken.insert(one.takes.begin(), one.takes.end());
    }
  }
  const auto makes_room = [&](const action& one) {
    return std::any_of(one.frees.begin(), one.frees.end(), [&](const std::string& name) {
      return taken.contains(name);
    });
  };
  for (action& own : actions) {
    if (own.id.of != object_class::after_sql && own.id.at != stage::fill) {
      continue;
    }
    for (const action& other : actions) {
      const bool is_shape =
          other.id.of == object_class::table || other.id.of == object_class::column;
      if (own.id.of == object_class::after_sql && is_shape && other.id.at == stage::rename) {
        own.after.push_back(other.id);
      } else if (is_shape && other.id.at == stage::remove && !makes_room(other) &&
                 !(own.id.of == object_class::rows && other.sets_aside)) {
        own.before.push_back(other.id);
      }
    }
  }
}

} // namespace strata::codegen
