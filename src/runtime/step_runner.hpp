// Runs one step and records it.
#pragma once

#include "src/runtime/advisory_lock.hpp"
#include "src/runtime/history.hpp"
#include "src/runtime/pinned_session.hpp"
#include "src/runtime/run_context.hpp"
#include "src/runtime/work.hpp"

#include <strata/runtime/error.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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

  /// Runs SQL that is not Strata's own in the transaction that is open: in a session as every step
  /// finds it, and with the session put right afterwards. Throws migration_error where the SQL
  /// ended the transaction, also where it began another one.
  void run_inside(std::string_view sql, std::chrono::milliseconds lock_limit);

  /// Adds the row and returns its identity, in the caller's transaction.
  std::int64_t record(history_row row, std::chrono::milliseconds took);

private:
  std::optional<std::int64_t> attempt(const work& next, const database_state& state);
  std::optional<std::int64_t> in_transaction(const work& next, const database_state& state);
  std::optional<std::int64_t> outside_transaction(const work& next, const database_state& state);
  bool is_done_already(const migration_step& step);
  bool asked_by_probe(const std::string& probe);
  void run_alone(const work& next);
  [[noreturn]] void tell_cancelled(const work& next, const query_error& failed, bool is_limit);
  std::string drop_what_is_left(const migration_step& step);
  void tell(event_kind kind, const work& about) const;

  const run_context& in_;
  history& rows_;
  const advisory_lock* lock_;
  const pinned_session& pins_;
  std::chrono::steady_clock::time_point began_;
  bool told_ = false;
  std::string in_the_way_; ///< Of the last attempt.
};

} // namespace strata::detail
