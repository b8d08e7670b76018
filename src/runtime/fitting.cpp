// Nothing is taken back before the whole history fits the program: on the database of another
// program the recorded SQL would drop its tables.
#include "src/runtime/embedded.hpp"
#include "src/runtime/migration_run.hpp"

#include <fmt/format.h>

namespace strata::detail {

/// Rows of older programs do not say of which schema they are; then the program's name decides.
bool migration_run::is_of_this_schema(const history_row& row) const {
  return row.schema_name.empty() ? row.program == options_.program : row.schema_name == all_.name;
}

void migration_run::require_own(const history_row& row) {
  if (!is_of_this_schema(row)) {
    throw migration_error(
        fmt::format("[R044] {} was applied by the program {} for the schema {}, and this program "
                    "carries {}: the database is another program's\nnothing was taken back; if it "
                    "is the same schema under a new name, take it back with the program that "
                    "applied it",
                    name_of(row.version, row.title),
                    row.program.empty() ? "of no name" : row.program,
                    row.schema_name.empty() ? "of no name" : row.schema_name,
                    all_.name),
        {.code = "R044", .version = row.version});
  }
}

/// Of the versions that stay, each must be the program's. One that goes may have another form, as a
/// draft that changed has, if its SQL was recorded, and for this schema.
void migration_run::require_fitting(const database_state& state, int to) {
  if (state.begun && is_begun_in_another_form(state, all_, db().dialect())) {
    require_own(recorded(state.newest));
  }
  for (const auto& [version, applied] : state.applied) {
    const migration* embedded = find_version(all_, version);
    const bool is_same = applied.fingerprint.empty() ||
                         (embedded != nullptr && embedded->fingerprint == applied.fingerprint);
    if (is_same) {
      continue;
    }
    if (version > to && applied.has_down_sql) {
      require_own(recorded(applied.row));
    } else if (embedded != nullptr) {
      throw migration_error(
          fmt::format(
              "[R012] {} was applied in another form than this program carries\nnothing was "
              "taken back; do it with the program that applied it",
              name_of(version, embedded->title)),
          {.code = "R012", .version = version});
    }
  }
}

} // namespace strata::detail
