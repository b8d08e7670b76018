// A session that is locked and pinned for work.
#pragma once

#include "src/runtime/advisory_lock.hpp"
#include "src/runtime/pinned_session.hpp"
#include "src/runtime/step_runner.hpp"

#include <optional>
#include <string>

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
        runner(context, rows, lock_ ? &*lock_ : nullptr, pins) {}

  const run_context context;

  /// The server process that holds the lock; none on SQLite.
  std::optional<server_process> process() const {
    return lock_ ? std::optional(lock_->process()) : std::nullopt;
  }

  /// Throws migration_error where another server session answers than the one with the lock.
  void require_lock() const {
    if (lock_) {
      lock_->require_held();
    }
  }

  /// Gives the lock back; returns what is to be said where it stays.
  std::string release() { return lock_ ? lock_->release() : std::string(); }

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
