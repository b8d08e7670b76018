// The user's own SQL, and backfills of columns that stay as they are.
#include "codegen/compose/lookup.hpp"
#include "codegen/diff/difference.hpp"

namespace strata::codegen {

namespace {

/// A column that was added has none on the way back.
bool has_target(const model::schema& schema, const model::backfill& backfill) {
  const const_lookup<model::table> tables(schema.tables);
  const model::table* const table = tables.find(backfill.table);
  return table != nullptr && find_named(table->columns, backfill.column) != nullptr;
}

} // namespace

void diff_statements(difference& all) {
  for (const model::backfill& each : all.transition.backfills) {
    if (!each.expression.empty() && all.attached.count(&each) == 0 && has_target(all.to, each)) {
      all.add(backfill_column{each});
    }
  }
  for (const model::custom_sql& each : all.transition.statements) {
    if (!each.up.empty()) {
      all.add(run_sql{each});
    }
  }
}

} // namespace strata::codegen
