// What can be chosen about migrating.
#pragma once

#include <strata/runtime/migration_event.hpp>
#include <strata/runtime/phase.hpp>

#include <chrono>
#include <optional>
#include <string>

namespace strata {

// Every member has an initializer, so that naming only some draws no warning.
struct migrator_options {
  std::string history_schema = {}; ///< PostgreSQL; empty: the database's own default schema.
  std::string history_table = "strata_history";

  /// How long to wait for another process that migrates.
  std::chrono::milliseconds lock_wait = std::chrono::minutes(5);
  /// How long one step is tried again when other sessions' locks stand in its way.
  std::chrono::milliseconds step_wait = std::chrono::minutes(2);
  /// How long a statement that runs in no transaction may take.
  std::chrono::milliseconds statement_limit = std::chrono::hours(4);

  /// Apply a version that may still change. A debug build always does.
  bool allow_draft = false;
  /// Run one phase of the one pending version. PostgreSQL only.
  std::optional<strata::phase> phase = {};
  /// Where a copy of the database is written before the first change; empty: none is.
  std::string backup_directory = {};
  /// For the history table; empty: the name of the running program.
  std::string program = {};
  migration_observer observer = {};
};

} // namespace strata
