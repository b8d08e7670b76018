// Runs the unsealed end of the SQLite chain in memory: what the generator prints must be true.
#pragma once

#include "codegen/plan/migration.hpp"
#include "codegen/text/diagnostics.hpp"

#include <strata/model/version.hpp>

namespace strata::codegen {

/// Runs `migration`, which leads from `before` (null: nothing) to `after`, on the linked SQLite:
/// the version before, upgraded, must be as inspected what `after` is when made from nothing, its
/// reference rows included, and downgraded again what it was. Otherwise S540–S544, with the
/// statement that failed or the objects that differ, at the place of `after`.
void verify_sqlite_step(const model::version* before,
                        const model::version& after,
                        const migration_sql& migration,
                        const target& on,
                        diagnostics& out);

} // namespace strata::codegen
