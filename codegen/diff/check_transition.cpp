// Every rule about the way from one version to the next.
#include "codegen/compose/lineage.hpp"
#include "codegen/diff/diff.hpp"
#include "codegen/diff/difference.hpp"
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

bool inherits(const model::table& table) { return !table.descent.inherits.empty(); }

bool has_heirs(const model::version& of) {
  return std::any_of(of.schema.tables.begin(), of.schema.tables.end(), inherits);
}

/// Heirs with what they would lose by themselves: their own columns, and those of parents that they
/// leave.
model::version with_columns_at_stake(model::version from, const model::schema& to) {
  const model::schema before = from.schema;
  for (model::table& table : from.schema.tables) {
    if (!inherits(table)) {
      continue;
    }
    const auto after = std::find_if(to.tables.begin(), to.tables.end(), [&](const auto& each) {
      return each.name == table.name;
    });
    std::erase_if(table.columns, is_as_inherited);
    model::table left = table;
    std::erase_if(left.descent.inherits, [&](const model::qualified_name& parent) {
      return after == to.tables.end() ||
             std::count(after->descent.inherits.begin(), after->descent.inherits.end(), parent) > 0;
    });
    table.columns = columns_of_heir(before, left);
  }
  return from;
}

/// Heirs with all their columns.
model::version with_heirs_columns(model::version to) {
  const model::schema after = to.schema;
  for (model::table& table : to.schema.tables) {
    if (inherits(table)) {
      table.columns = columns_of_heir(after, table);
    }
  }
  return to;
}

void check_all(const transition_facts& facts) {
  check_drops(facts);
  check_renames(facts);
  check_stale_drops(facts);
  check_stale_values(facts);
  check_missing_values(facts);
  check_types(facts);
  check_dependents(facts);
  check_statements(facts);
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
  if (!has_heirs(from) && !has_heirs(to)) {
    check_all(transition_facts(from, to, operations, out));
    return;
  }
  const model::version before = with_columns_at_stake(from, to.schema);
  const model::version after = with_heirs_columns(to);
  check_all(transition_facts(before, after, operations, out));
}

} // namespace strata::codegen
