// Every rule about the way from one version to the next.
#include "codegen/diff/diff.hpp"
#include "codegen/diff/names_in.hpp"
#include "codegen/diff/transition_facts.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

model::schema carried_over(const model::schema& from, const renames& by) {
  if (by.empty()) {
    return {};
  }
  model::schema carried = from;
  carry_over_resolved(carried, by);
  return carried;
}

} // namespace

transition_facts::transition_facts(const model::version& before,
                                   const model::version& after,
                                   const std::vector<operation>& all,
                                   diagnostics& findings)
    : from(before),
      to(after),
      transition(after.transition),
      operations(all),
      out(findings),
      by(renames_that_happen(before.schema, after.schema, after.transition)),
      carried_over_(carried_over(before.schema, by)),
      carried(by.empty() ? before.schema : carried_over_),
      tables_before(before.schema.tables),
      tables_carried(carried.tables),
      tables_after(after.schema.tables) {}

bool transition_facts::has_drop(model::object_kind kind,
                                const model::qualified_name& owner,
                                const model::qualified_name& name) const {
  return std::any_of(
      transition.drops.begin(), transition.drops.end(), [&](const model::drop& each) {
        return each.kind == kind && each.owner == owner && each.name == name;
      });
}

void check_transition(const model::version& from,
                      const model::version& to,
                      const std::vector<operation>& operations,
                      diagnostics& out) {
  const transition_facts facts(from, to, operations, out);
  check_drops(facts);
  check_renames(facts);
  check_stale_drops(facts);
  check_stale_values(facts);
  check_missing_values(facts);
  check_types(facts);
  check_dependents(facts);
  check_statements(facts);
}

} // namespace strata::codegen
