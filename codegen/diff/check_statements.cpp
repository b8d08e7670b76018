// The user's own SQL: nothing but its author knows what undoes it.
#include "codegen/diff/transition_facts.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

bool lacks_way_back(const model::custom_sql& of) {
  return (!of.up.postgresql.empty() && of.down.postgresql.empty()) ||
         (!of.up.sqlite.empty() && of.down.sqlite.empty());
}

} // namespace

void check_statements(const transition_facts& facts) {
  if (facts.transition.irreversible) {
    return;
  }
  for (const model::custom_sql& each : facts.transition.statements) {
    if (lacks_way_back(each)) {
      const bool before = each.when == model::custom_sql::timing::before;
      facts.out.add({"S229",
                     fmt::format("{}(…) does not say what undoes it on the way down; say it, or "
                                 "that there is nothing to undo, or that this version cannot be "
                                 "undone",
                                 before ? "before" : "after"),
                     {R"(.down("…"))", R"(.down("select 1"))", R"(irreversible("…"))"},
                     each.where});
    }
  }
}

} // namespace strata::codegen
