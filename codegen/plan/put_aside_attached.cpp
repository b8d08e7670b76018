// Pairs of what speaks of columns from elsewhere: policies, rules, and functions whose bodies the
// server has parsed.
#include "codegen/plan/action.hpp"
#include "codegen/plan/setting_aside.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

std::vector<std::string> texts_of(const model::policy& of) {
  return {of.using_sql.postgresql, of.check_sql.postgresql};
}

std::vector<std::string> texts_of(const model::rule& of) { return {of.action.postgresql}; }

} // namespace

bool setting_aside::speaks_of_changed(const std::vector<std::string>& texts,
                                      const model::qualified_name& own,
                                      const std::vector<model::qualified_name>& others) const {
  return speaks_of(texts, changed(own)) ||
         std::any_of(others.begin(), others.end(), [&](const model::qualified_name& each) {
           return speaks_of(texts, changed(each));
         });
}

void setting_aside::functions() {
  for (const model::function& function : of_.to.functions) {
    const auto is_same = [&](const model::function& before) {
      return before.name == function.name && before.parameters == function.parameters &&
             before.definition == function.definition;
    };
    const auto& before = of_.from.functions;
    if (is_parsed(function) && std::any_of(before.begin(), before.end(), is_same) &&
        speaks_of_changed({function.definition.postgresql}, {}, function.depends_on)) {
      remade_.insert(function.name.name);
      made_.emplace_back(drop_function{function});
      made_.emplace_back(create_function{function});
      set_comment again;
      again.kind = model::object_kind::function;
      again.name = function.name;
      again.parameters = function.parameters;
      again.after = function.comment;
      if (!again.after.empty()) {
        made_.emplace_back(std::move(again));
      }
    }
  }
}

template <typename Object>
void setting_aside::attached(const std::vector<Object>& before,
                             const std::vector<Object>& after,
                             model::object_kind kind) {
  for (const Object& is : after) {
    const auto was = std::find_if(before.begin(), before.end(), [&](const Object& each) {
      return each.name == is.name && names_.new_name(each.table) == is.table;
    });
    const std::string key = std::to_string(static_cast<int>(kind)) + vertex_name(is.table, is.name);
    if (was == before.end() || touched_.contains(key) ||
        (!views_aside_.contains(is.table) &&
         !speaks_of_changed(texts_of(is), is.table, is.depends_on) &&
         !speaks_of_changed(texts_of(*was), is.table, was->depends_on))) {
      continue;
    }
    attached_.insert(key); // What ALTER would do to it is done by making it.
    Object gone = *was;
    gone.table = is.table;
    if (!views_aside_.contains(is.table)) { // Else it goes with the view.
      made_.emplace_back(drop_object{std::move(gone)});
    }
    made_.emplace_back(create_object{is});
    comment(kind, is.table, is.name, is.comment);
  }
}

void setting_aside::policies_and_rules() {
  attached(of_.from.policies, of_.to.policies, model::object_kind::policy);
  attached(of_.from.rules, of_.to.rules, model::object_kind::rule);
}

} // namespace strata::codegen
