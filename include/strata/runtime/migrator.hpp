// Brings a database to the version that the program carries.
#pragma once

#include <strata/runtime/build_kind.hpp>
#include <strata/runtime/migration_report.hpp>
#include <strata/runtime/migration_status.hpp>
#include <strata/runtime/migrations.hpp>
#include <strata/runtime/migrator_options.hpp>
#include <strata/runtime/session.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace strata {

namespace detail {
class migration_run;
}

/// Applies embedded migrations to one database. Everything throws `strata::error` when the database
/// does, and `migration_error` when a rule of docs/runtime.md stands against what is asked for.
class migrator {
public:
  /// Opens its own session, and opens it again when the connection breaks.
  migrator(std::string url,
           const strata::migrations& migrations,
           migrator_options options = {},
           bool release_build = detail::release_build);

  /// Works in the caller's session, which must be outside a transaction and outlive the migrator.
  migrator(session& in,
           const strata::migrations& migrations,
           migrator_options options = {},
           bool release_build = detail::release_build);

  ~migrator();
  migrator(migrator&&) noexcept;
  migrator& operator=(migrator&&) noexcept;

  /// What stands in the database. Never changes it, and refuses only a SQLite file that does not
  /// exist (connection_error R006), which `upgrade` alone would make.
  migration_status status();

  /// True when the program may work with the database as it is, false when versions are pending.
  /// Throws migration_error when the program must not run on it. One round trip.
  bool check();

  /// Applies what is missing up to `to`, or to the head. One round trip when nothing is.
  migration_report upgrade(std::optional<int> to = std::nullopt);

  /// Takes versions back until `to` is the newest; 0 takes back all.
  migration_report downgrade(int to, bool allow_data_loss = false);

  /// Takes the newest version back, as it was applied, and applies it as it is now.
  migration_report redo(bool allow_data_loss = false);

  /// Writes into the history that the database has `version`, without running anything; 0: none.
  void stamp(int version);

  /// The steps that `upgrade(to)` would run.
  std::vector<planned_step> plan(std::optional<int> to = std::nullopt);

  /// The SQL that leads from one version to another, as embedded for this database.
  std::string sql(int from, int to);

  /// All rows of the history table, oldest first.
  std::vector<history_row> history();

private:
  std::unique_ptr<detail::migration_run> run_;
};

/// The SQL that leads from one version to another on a database of `kind`; down when `to` is less.
std::string migration_sql(const strata::migrations& migrations, dialect kind, int from, int to);

} // namespace strata
