// A session that is locked and pinned for work.
#pragma once

#include "src/runtime/advisory_lock.hpp"
#include "src/runtime/pinned_session.hpp"
#include "src/runtime/step_runner.hpp"

#include <optional>

namespace strata::detail {

class working_session {
public:
  working_session(const run_context& in,
                  history& rows,
                  bool is_own,
                  const std::optional<server_process>& lost)
      : context(in),
        lock_(take(context, rows, lost)),
        pins(in.db, is_own),
        runner(context, rows, lock_ ? &*lock_ : nullptr, pins) {
    if (lock_) {
      lock_->require_held();
    }
  }

  const run_context context;

  /// The server process that holds the lock; none on SQLite.
  std::optional<server_process> process() const {
    return lock_ ? std::optional(lock_->process()) : std::nullopt;
  }

private:
  static std::optional<advisory_lock>
  take(const run_context& in, history& rows, const std::optional<server_process>& lost) {
    if (!in.on_postgresql()) {
      return std::nullopt;
    }
    return std::optional<advisory_lock>(std::in_place, in, rows.qualified_name(), lost);
  }

  std::optional<advisory_lock> lock_;

public:
  const pinned_session pins;
  step_runner runner;
};

} // namespace strata::detail
