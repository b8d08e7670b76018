// What stands in a database, compared with what the program carries.
#pragma once

#include <strata/runtime/phase.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace strata {

enum class verdict {
  up_to_date,
  pending,              ///< Versions, or the rest of one, are to be applied.
  newer_but_compatible, ///< The database is ahead, and says that this program may run on it.
  newer,                ///< The database is ahead, and this program must not run on it.
  edited,               ///< A version was applied in another form than the program carries.
  interrupted_downgrade,
  unmanaged, ///< It has tables but no history.
};

/// One version as the program or the history knows it.
struct version_status {
  int version = 0;
  std::string title{};
  bool sealed = false;
  bool applied = false;
  bool edited = false;  ///< Applied in another form than the program carries.
  bool unknown = false; ///< Applied by a newer program.
  int steps_done = 0;   ///< Of a version that was begun.
  int steps = 0;        ///< 0 for an unknown version.
};

struct migration_status {
  strata::verdict verdict = verdict::up_to_date;
  std::string explanation{}; ///< A sentence, with the remedy where there is something to do.
  std::string database{};    ///< As the session describes itself; no password.
  int current = 0;           ///< The last version that is applied as a whole; 0: none.
  int head = 0;              ///< The program's.
  int oldest_compatible = 0;
  std::optional<int> begun{}; ///< The version that is half applied, or half taken back.
  std::optional<strata::phase> begun_phase{}; ///< Of the last step that was done.
  bool begun_up = true;
  std::vector<version_status> versions{};

  /// Whether the program may work with the database as it is.
  bool may_run() const {
    return verdict == verdict::up_to_date || verdict == verdict::newer_but_compatible;
  }
};

/// A row of the history table; `when` as the database writes it.
struct history_row {
  std::int64_t id = 0;
  int format = 0;
  std::string action{}; ///< `upgrade`, `downgrade`, `stamp`, `step`.
  std::string direction{};
  int version = 0; ///< What the database has after it; for a step, what it is a step of.
  std::string title{};
  std::string phase{};
  int step = 0;
  std::string fingerprint{};
  std::string script{};       ///< A checksum of the SQL that a step belongs to.
  std::string acknowledged{}; ///< JSON.
  int oldest_compatible = 0;
  std::string down_sql{}; ///< Of a draft.
  std::string up_sql{};   ///< Of a draft: it may be half applied when it changes.
  std::string applied_by{};
  std::string applied_at{};
  std::int64_t duration_ms = 0;
  std::string program{};
  std::string schema_name{}; ///< `migrations::name` of the program.
};

/// A step that `upgrade` would run.
struct planned_step {
  int version = 0;
  std::string title{};
  int step = 0;
  int steps = 0;
  strata::phase phase = phase::expand;
  bool in_transaction = true;
  bool loses_data = false;
  std::string sql{};
};

} // namespace strata
