// The user's own SQL, and backfills of columns that stay as they are.
#include "codegen/diff/difference.hpp"

namespace strata::codegen {

void diff_statements(difference& all) {
  for (const model::backfill& each : all.transition.backfills) {
    if (!each.expression.empty() && all.attached.count(&each) == 0) {
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
