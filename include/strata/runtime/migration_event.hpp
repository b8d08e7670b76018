// What a migrator tells while it works.
#pragma once

#include <strata/runtime/phase.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace strata {

enum class event_kind {
  waiting_for_lock, ///< Another process migrates; `text` says which, where that is known.
  locked,
  unlocked,       ///< `text` says where a pooler kept the lock all the same; else it is empty.
  backup_written, ///< `text` is the file.
  creating,       ///< The database is empty: all versions at once; `version` is the last of them.
  version_begins,
  step_begins,
  step_executed,   ///< The SQL ran; it is not recorded yet, nor committed where it can be rolled
                   ///< back.
  step_repeats,    ///< A lock was not granted, or the database was busy; the step runs again.
                   ///< `text` says who has the lock, where that is known.
  step_found_done, ///< A killed run had done it without recording it.
  step_done,
  version_done,
  index_waits,   ///< The index is being built by somebody else; `text` is its name.
  index_dropped, ///< An index that a failed build had left INVALID; `text` is its name.
  reconnected,   ///< After a broken connection; the state is read again.
};

struct migration_event {
  event_kind kind;
  bool up = true;
  int version = 0;
  std::string title{};
  int step = 0; ///< From 1; 0 where the event is not about a step.
  int steps = 0;
  std::optional<strata::phase> phase{};
  std::string text{};
  std::chrono::milliseconds took{0};
};

/// Called in the migrating thread, between statements.
using migration_observer = std::function<void(const migration_event&)>;

} // namespace strata
