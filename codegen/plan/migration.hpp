// From two versions to the SQL of one migration: adapt, diff, plan, render.
#pragma once

#include "codegen/adapt/adapt.hpp"
#include "codegen/text/diagnostics.hpp"

#include <strata/model/version.hpp>

#include <optional>
#include <string>

namespace strata::codegen {

/// The bodies of a migration's SQL files, with step markers (docs/sql-files.md), without the
/// file's opening comment. `plain` is the form in one transaction, where it differs from `up`.
struct migration_sql {
  std::string up;
  std::string down;
  std::optional<std::string> plain;
};

/// The SQL that leads from `from` (null: an empty database) to `to` and back. What cannot be
/// carried out on the database is a finding.
migration_sql make_migration(const target& on,
                             const model::version* from,
                             const model::version& to,
                             diagnostics& out);

} // namespace strata::codegen
