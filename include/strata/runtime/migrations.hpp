// Migrations as a program carries them: constants in the generated migrations.cpp.
#pragma once

#include <strata/runtime/dialect.hpp>

#include <span>
#include <string_view>

namespace strata {

/// One version's SQL for one database, as docs/sql-files.md describes it.
struct migration_script {
  strata::dialect dialect;
  std::string_view up;
  std::string_view down;
  std::string_view plain; ///< Empty: `up`, all its steps in one transaction.
};

/// A hazard that was acknowledged, for the history table.
struct acknowledgement {
  std::string_view hazard;
  std::string_view object;
  std::string_view because;
};

/// One version.
struct migration {
  int version;
  std::string_view title;
  std::string_view fingerprint;  ///< Of the declared model and its transition.
  bool sealed;                   ///< False: a draft that may still change.
  int oldest_compatible;         ///< The oldest program version that runs on it, all phases done.
  std::string_view irreversible; ///< Why there is no way back; empty: there is one.
  std::span<const acknowledgement> acknowledged;
  std::span<const migration_script> scripts;
};

/// All versions in order, from 1 to the head.
struct migrations {
  std::string_view name; ///< The schema's name, for messages: `sentinel_schema`.
  std::span<const migration> versions;
  int minimum_postgresql; ///< As the server numbers itself: 130000.
  int minimum_sqlite;     ///< As the library numbers itself: 3038000.

  int head() const { return versions.empty() ? 0 : versions.back().version; }
};

} // namespace strata
