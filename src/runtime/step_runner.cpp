// A transactional step commits together with its row; any other is recorded after it ran, and asked
// before it runs whether a killed run had done it.
#include "src/runtime/step_runner.hpp"

#include "src/runtime/backoff.hpp"
#include "src/runtime/blockers.hpp"
#include "src/runtime/by_hand.hpp"
#include "src/runtime/foreign_keys.hpp"
#include "src/runtime/index_state.hpp"
#include "src/runtime/lock_watch.hpp"
#include "src/runtime/own_statement.hpp"
#include "src/runtime/statement_limit.hpp"
#include "src/runtime/step_transaction.hpp"
#include "src/runtime/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace strata::detail {
namespace {

/// A step that waits longer than this for a lock would hold up everybody who queues behind it.
constexpr std::chrono::milliseconds step_lock_timeout{500};

/// What is left of a failed build may wait for what the build waited for: the next run drops it
/// too.
constexpr std::chrono::milliseconds clearing_limit{10'000};

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
            .text = kind == event_kind::step_repeats ? in_the_way_ : std::string(),
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
  lock_watch watch(lock_ == nullptr ? std::string() : in_.url,
                   lock_ == nullptr ? 0 : lock_->process().pid);
  const auto who = [&] {
    std::string seen = watch.seen();
    if (seen.empty() && in_.on_postgresql() && in_.url.empty()) {
      seen = holders_named_in(in_.db, next.step.sql);
    }
    in_the_way_ = seen;
    return seen.empty() ? seen : "\n" + seen;
  };
  try {
    return alone ? outside_transaction(next, state) : in_transaction(next, state);
  } catch (const lock_timeout& failed) {
    throw lock_timeout(failed.what() + who(), failed.facts());
  } catch (const migration_error& failed) {
    if (failed.facts().code == "R035") {
      throw migration_error(failed.what() + who(), failed.facts());
    }
    throw;
  }
}

bool step_runner::unchanged_since(const database_state& state) {
  if (lock_ == nullptr) {
    return rows_.newest() == state.newest;
  }
  const auto answer = in_.db.query_together(
      fmt::format("SET LOCAL lock_timeout = {}; SELECT {}, (SELECT COALESCE(pg_catalog.max(h.id), "
                  "0) FROM {} h)",
                  step_lock_timeout.count(),
                  lock_->held_expression(),
                  rows_.qualified_name()));
  const auto& row = answer.rows.at(0);
  if (!as_truth(row.at(0))) {
    refuse_pooler("the session no longer holds the migration lock");
  }
  return as_integer(row.at(1)) == state.newest;
}

namespace {

/// The transaction's own word for itself: an identity on PostgreSQL, a savepoint that only lives
/// within it on SQLite.
class open_transaction {
public:
  open_transaction(session& db, const pinned_session& pins, std::chrono::milliseconds lock_limit)
      : db_(db) {
    if (db.dialect() == dialect::sqlite) {
      db.execute("SAVEPOINT strata_step");
      return;
    }
    pins_then_ = pins.statements() + fmt::format("SET LOCAL lock_timeout = {}; ",
                                                 std::max<std::int64_t>(lock_limit.count(), 1));
    identity_ = ask_identity();
  }

  void require_same() {
    if (!is_same()) {
      throw migration_error("[R027] the step's SQL ends the transaction that it runs in: what it "
                            "did before that is not recorded, and may have been committed; take "
                            "COMMIT and ROLLBACK out of it, and undo by hand what it did",
                            {.code = "R027"});
    }
  }

private:
  std::string ask_identity() {
    const auto answer = db_.query_together(pins_then_ + "SELECT pg_catalog.txid_current()");
    return as_text(answer.rows.at(0).at(0));
  }

  bool is_same() {
    if (db_.dialect() == dialect::postgresql) {
      return ask_identity() == identity_;
    }
    try {
      db_.execute("RELEASE SAVEPOINT strata_step");
      return db_.in_transaction();
    } catch (const connection_error&) {
      throw;
    } catch (const query_error&) {
      return false;
    }
  }

  session& db_;
  std::string pins_then_;
  std::string identity_;
};

} // namespace

void step_runner::run_inside(std::string_view sql, std::chrono::milliseconds lock_limit) {
  open_transaction around(in_.db, pins_, lock_limit);
  in_.db.execute(sql);
  around.require_same();
}

std::int64_t step_runner::record(history_row row, std::chrono::milliseconds took) {
  row.duration_ms = took.count();
  if (row.step > 1 && row.action != "step") {
    row.duration_ms += rows_.steps_took(); // The row stands for the whole version.
  }
  row.program = in_.options.program;
  row.schema_name = in_.all.name;
  return rows_.append(row);
}

std::optional<std::int64_t> step_runner::in_transaction(const work& next,
                                                        const database_state& state) {
  const bool keys_off = !in_.on_postgresql() && next.step.foreign_keys_off;
  if (!in_.on_postgresql()) {
    pins_.pin(); // Within a transaction SQLite does not switch foreign keys.
  }
  foreign_keys_off keys(in_.db, keys_off);
  step_transaction transaction(in_);
  if (!unchanged_since(state)) {
    return std::nullopt;
  }
  if (!std::exchange(told_, true)) {
    tell(event_kind::step_begins, next);
  }
  const violations before = keys_off ? find_violations(in_.db) : violations{};
  const kept_by_hand theirs(in_.db, next.step.sql);
  run_inside(next.step.sql, step_lock_timeout);
  theirs.put_back(in_.all, rows_);
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
  pins_.pin();
  if (is_done_already(next.step)) {
    tell(event_kind::step_found_done, next);
  } else {
    run_alone(next);
    pins_.pin();
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
  limited_statements(const run_context& in, std::chrono::milliseconds limit)
      : session_(in.on_postgresql() ? &in.db : nullptr) {
    set(std::max<std::int64_t>(limit.count(), 1)); // 0 is no limit.
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
  const limited_statements limited(in_, in_.options.statement_limit);
  if (!step.done_when.empty()) {
    return asked_by_probe(step.done_when);
  }
  if (!in_.on_postgresql()) {
    return false;
  }
  if (!step.builds_index.empty()) {
    const std::string index = qualified_index(step.builds_index, rows_.default_schema());
    return settle_index(in_, index, step.sql, in_.options.statement_limit);
  }
  if (!step.drops_index.empty()) {
    const std::string index = qualified_index(step.drops_index, rows_.default_schema());
    return condition_of(in_.db, index) == index_condition::missing;
  }
  return false;
}

/// A probe only looks: on PostgreSQL in a transaction that cannot write.
bool step_runner::asked_by_probe(const std::string& probe) {
  if (in_.on_postgresql()) {
    in_.db.execute("BEGIN READ ONLY");
  }
  result_set answer;
  try {
    answer = in_.db.query(probe);
  } catch (const connection_error&) {
    throw;
  } catch (...) {
    if (in_.on_postgresql()) {
      in_.db.execute("ROLLBACK");
    }
    throw;
  }
  if (in_.on_postgresql()) {
    in_.db.execute("ROLLBACK");
  }
  if (answer.rows.empty()) {
    return false;
  }
  const std::string said = answer.columns.empty() ? "" : as_text(answer.rows.front().at(0));
  if (said == "t" || said == "true" || said == "1") {
    return true;
  }
  if (said == "f" || said == "false" || said == "0") {
    return false;
  }
  throw migration_error(fmt::format("[R041] the probe `{}` answers {} and should answer true or "
                                    "false; correct done_when",
                                    probe,
                                    said.empty() ? "nothing" : said),
                        {.code = "R041"});
}

void step_runner::run_alone(const work& next) {
  try {
    const limited_statements limited(in_, in_.options.statement_limit);
    in_.db.execute(next.step.sql);
  } catch (const connection_error&) {
    throw;
  } catch (const query_error& failed) {
    if (failed.facts().sqlstate == "57014") {
      tell_cancelled(next, failed, reached_limit(in_.db, failed));
    }
    drop_what_is_left(next.step);
    throw;
  }
  if (in_.db.in_transaction()) {
    in_.db.execute("ROLLBACK");
    throw migration_error("[R027] the step's SQL begins a transaction and does not end it, which "
                          "was rolled back; take BEGIN out of it",
                          {.code = "R027"});
  }
}

/// The server gives one code to its own limit and to pg_cancel_backend.
void step_runner::tell_cancelled(const work& next, const query_error& failed, bool is_limit) {
  const std::string left = drop_what_is_left(next.step);
  if (is_limit) {
    throw migration_error(fmt::format("[R035] the statement took longer than {} s; end the old "
                                      "transactions that it may wait for, or allow more time{}",
                                      in_.options.statement_limit.count() / 1000,
                                      left),
                          {.code = "R035", .sqlstate = "57014"});
  }
  throw query_error(fmt::format("{}{}", failed.what(), left), failed.facts());
}

/// At once: an invalid unique index still rejects rows. Returns what is to be said of it.
std::string step_runner::drop_what_is_left(const migration_step& step) {
  if (!in_.on_postgresql() || step.builds_index.empty()) {
    return {};
  }
  const std::string index = qualified_index(step.builds_index, rows_.default_schema());
  try {
    const auto limit = std::min(clearing_limit, in_.options.statement_limit);
    const limited_statements limited(in_, limit);
    settle_index(in_, index, step.sql, limit);
    return {};
  } catch (const connection_error&) {
    throw;
  } catch (const error&) {
    return fmt::format("\nthe index {} is left INVALID, since dropping it would wait too; the next "
                       "run drops it",
                       index);
  }
}

} // namespace strata::detail
