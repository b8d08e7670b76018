// Runs one step and records it.
#pragma once

#include "src/runtime/advisory_lock.hpp"
#include "src/runtime/history.hpp"
#include "src/runtime/pinned_session.hpp"
#include "src/runtime/run_context.hpp"
#include "src/runtime/work.hpp"

#include <chrono>
#include <cstdint>
#include <optional>

namespace strata::detail {

class step_runner {
public:
  /// `lock` is null on SQLite, where each transaction locks.
  step_runner(const run_context& in,
              history& rows,
              const advisory_lock* lock,
              const pinned_session& pins)
      : in_(in), rows_(rows), lock_(lock), pins_(pins) {}

  /// Returns the identity of the row that records it; none when another process was there first,
  /// so that the state must be read again. Repeats while other sessions' locks stand in the way.
  std::optional<std::int64_t> run(const work& next, const database_state& state);

  /// Whether the history still ends as `state` says. Throws migration_error when the lock is gone.
  bool unchanged_since(const database_state& state);

  /// Adds the row and returns its identity, in the caller's transaction.
  std::int64_t record(history_row row, std::chrono::milliseconds took);

private:
  std::optional<std::int64_t> attempt(const work& next, const database_state& state);
  std::optional<std::int64_t> in_transaction(const work& next, const database_state& state);
  std::optional<std::int64_t> outside_transaction(const work& next, const database_state& state);
  bool is_done_already(const migration_step& step);
  void run_alone(const work& next);
  void drop_what_is_left(const migration_step& step);
  void tell(event_kind kind, const work& about) const;

  const run_context& in_;
  history& rows_;
  const advisory_lock* lock_;
  const pinned_session& pins_;
  std::chrono::steady_clock::time_point began_;
  bool told_ = false;
};

} // namespace strata::detail
