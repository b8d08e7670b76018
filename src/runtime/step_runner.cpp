// A transactional step commits together with its row; any other is recorded after it ran, and asked
// before it runs whether a killed run had done it.
#include "src/runtime/step_runner.hpp"

#include "src/runtime/backoff.hpp"
#include "src/runtime/foreign_keys.hpp"
#include "src/runtime/index_state.hpp"
#include "src/runtime/own_statement.hpp"
#include "src/runtime/statement_limit.hpp"
#include "src/runtime/step_transaction.hpp"
#include "src/runtime/values.hpp"

#include <fmt/format.h>

#include <utility>

namespace strata::detail {
namespace {

/// A step that waits longer than this for a lock would hold up everybody who queues behind it.
constexpr std::string_view step_lock_timeout = "500ms";

/// Whether running the same again may succeed: deadlock, serialization failure.
bool is_passing(const query_error& failed) {
  return failed.facts().sqlstate == "40P01" || failed.facts().sqlstate == "40001";
}

} // namespace

void step_runner::tell(event_kind kind, const work& about) const {
  using std::chrono::milliseconds;
  const auto took = std::chrono::steady_clock::now() - began_;
  in_.tell({.kind = kind,
            .up = about.up,
            .version = about.version,
            .title = about.title,
            .step = about.step.number,
            .steps = about.steps,
            .phase = about.step.phase,
            .text = {},
            .took = std::chrono::duration_cast<milliseconds>(took)});
}

std::optional<std::int64_t> step_runner::run(const work& next, const database_state& state) {
  backoff wait(in_.options.step_wait);
  began_ = std::chrono::steady_clock::now();
  told_ = false;
  for (;;) {
    try {
      return attempt(next, state);
    } catch (const lock_timeout& failed) {
      if (failed.facts().code == "R016" || failed.facts().code == "R033" || !wait.pause()) {
        throw;
      }
    } catch (const query_error& failed) {
      if (!is_passing(failed) || !wait.pause()) {
        throw;
      }
    }
    tell(event_kind::step_repeats, next);
  }
}

std::optional<std::int64_t> step_runner::attempt(const work& next, const database_state& state) {
  const bool alone = next.step.number != 0 && !next.step.in_transaction;
  return alone ? outside_transaction(next, state) : in_transaction(next, state);
}

bool step_runner::unchanged_since(const database_state& state) {
  if (lock_ == nullptr) {
    return rows_.newest() == state.newest;
  }
  const auto answer = ask(in_.db,
                          fmt::format("SELECT {}, (SELECT coalesce(max(id), 0) FROM {})",
                                      lock_->held_expression(),
                                      rows_.qualified_name()));
  const auto& row = answer.rows.at(0);
  if (!as_truth(row.at(0))) {
    throw migration_error(
        "[R017] the session no longer holds the migration lock, as happens behind a pooler that "
        "gives each transaction another server session; name a direct connection with --url or "
        "DATABASE_URL_DIRECT",
        {.code = "R017"});
  }
  return as_integer(row.at(1)) == state.newest;
}

std::int64_t step_runner::record(history_row row, std::chrono::milliseconds took) {
  row.duration_ms = took.count();
  if (row.step > 1 && row.action != "step") {
    row.duration_ms += rows_.steps_took(); // The row stands for the whole version.
  }
  row.program = in_.options.program;
  return rows_.append(row);
}

std::optional<std::int64_t> step_runner::in_transaction(const work& next,
                                                        const database_state& state) {
  const bool keys_off = !in_.on_postgresql() && next.step.foreign_keys_off;
  foreign_keys_off keys(in_.db, keys_off);
  step_transaction transaction(in_);
  if (in_.on_postgresql()) {
    in_.db.execute(fmt::format("SET LOCAL lock_timeout = '{}'", step_lock_timeout));
  }
  if (!unchanged_since(state)) {
    return std::nullopt;
  }
  if (!std::exchange(told_, true)) {
    tell(event_kind::step_begins, next);
  }
  const violations before = keys_off ? find_violations(in_.db) : violations{};
  pins_.begin_user_sql();
  in_.db.execute(next.step.sql);
  if (!in_.db.in_transaction()) {
    throw migration_error("[R027] the step's SQL ends the transaction that it runs in; take COMMIT "
                          "and ROLLBACK out of it",
                          {.code = "R027"});
  }
  if (keys_off) {
    const std::string broken = new_violations(before, find_violations(in_.db));
    if (!broken.empty()) {
      throw migration_error(
          fmt::format("[R026] the step leaves rows that refer to nothing: {}; remove or correct "
                      "them first",
                      broken),
          {.code = "R026"});
    }
  }
  tell(event_kind::step_executed, next);
  const auto took = std::chrono::steady_clock::now() - began_;
  const auto id = record(next.row, std::chrono::duration_cast<std::chrono::milliseconds>(took));
  transaction.commit();
  tell(event_kind::step_done, next);
  return id;
}

std::optional<std::int64_t> step_runner::outside_transaction(const work& next,
                                                             const database_state& state) {
  if (!unchanged_since(state)) {
    return std::nullopt;
  }
  if (!std::exchange(told_, true)) {
    tell(event_kind::step_begins, next);
  }
  if (is_done_already(next.step)) {
    tell(event_kind::step_found_done, next);
  } else {
    run_alone(next);
    tell(event_kind::step_executed, next);
  }
  const auto took = std::chrono::steady_clock::now() - began_;
  step_transaction transaction(in_);
  if (!unchanged_since(state)) {
    return std::nullopt;
  }
  const auto id = record(next.row, std::chrono::duration_cast<std::chrono::milliseconds>(took));
  transaction.commit();
  tell(event_kind::step_done, next);
  return id;
}

namespace {

/// The limit for what runs in no transaction. Not a lock_timeout: that would cancel a concurrent
/// build's wait for old snapshots.
class limited_statements {
public:
  explicit limited_statements(const run_context& in)
      : session_(in.on_postgresql() ? &in.db : nullptr) {
    set(in.options.statement_limit.count());
  }

  ~limited_statements() {
    try {
      set(0);
    } catch (...) {
      // The session broke, and its settings with it.
    }
  }

  limited_statements(const limited_statements&) = delete;
  limited_statements& operator=(const limited_statements&) = delete;

private:
  void set(std::int64_t milliseconds) {
    if (session_ != nullptr) {
      session_->execute(fmt::format("SET statement_timeout = {}", milliseconds));
    }
  }

  session* session_;
};

} // namespace

bool step_runner::is_done_already(const migration_step& step) {
  const limited_statements limited(in_);
  if (!step.done_when.empty()) {
    const auto answer = in_.db.query(step.done_when);
    return !answer.rows.empty() && as_truth(answer.rows.at(0).at(0));
  }
  if (!in_.on_postgresql()) {
    return false;
  }
  if (!step.builds_index.empty()) {
    return settle_index(in_, qualified_index(step.builds_index, rows_.default_schema()));
  }
  if (!step.drops_index.empty()) {
    return condition_of(in_.db, qualified_index(step.drops_index, rows_.default_schema())) ==
           index_condition::missing;
  }
  return false;
}

void step_runner::run_alone(const work& next) {
  const limited_statements limited(in_);
  try {
    in_.db.execute(next.step.sql);
  } catch (const connection_error&) {
    throw;
  } catch (const query_error& failed) {
    drop_what_is_left(next.step);
    if (reached_limit(in_.db, failed)) {
      throw migration_error(fmt::format("[R035] the statement took longer than {} s; end the old "
                                        "transactions that it may wait for, or allow more time",
                                        in_.options.statement_limit.count() / 1000),
                            {.code = "R035", .sqlstate = "57014"});
    }
    throw;
  }
}

/// At once: an invalid unique index still rejects rows.
void step_runner::drop_what_is_left(const migration_step& step) {
  if (!in_.on_postgresql() || step.builds_index.empty()) {
    return;
  }
  try {
    settle_index(in_, qualified_index(step.builds_index, rows_.default_schema()));
  } catch (const query_error&) {
    // It may wait for what the build waited for; the next run drops it then.
  }
}

} // namespace strata::detail
