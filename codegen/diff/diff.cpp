// The parts of a diff in their fixed order.
#include "codegen/diff/diff.hpp"

#include "codegen/diff/difference.hpp"

#include <utility>

namespace strata::codegen {

void difference::comment(set_comment each) {
  if (each.before != each.after) {
    add(std::move(each));
  }
}

std::vector<operation>
diff(const model::schema& from, const model::schema& to, const model::transition& transition) {
  const renames by(transition);
  model::schema carried;
  if (!by.empty()) {
    carried = from;
    carry_over_resolved(carried, by);
  }
  difference all{from, by.empty() ? from : carried, to, transition, by, {}, {}, {}, {}};
  diff_renames(all);
  rename_sequences(all);
  diff_schemas(all);
  diff_enumerations(all);
  diff_tables(all);
  remake_foreign_keys(all);
  diff_routines(all);
  diff_further(all);
  diff_statements(all);
  return std::move(all.operations);
}

} // namespace strata::codegen
