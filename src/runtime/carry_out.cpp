// The loop over steps: lock, read again, run, record, and what happens when something breaks.
#include "src/runtime/backoff.hpp"
#include "src/runtime/embedded.hpp"
#include "src/runtime/failure_remedy.hpp"
#include "src/runtime/migration_run.hpp"
#include "src/runtime/quote.hpp"
#include "src/runtime/step_transaction.hpp"
#include "src/runtime/values.hpp"
#include "src/runtime/working_session.hpp"

#include <fmt/format.h>

#include <utility>

namespace strata::detail {
namespace {

/// So often is the connection opened again without a step in between.
constexpr int most_attempts = 3;

/// Other errors of this kind, a failed backup or a damaged file, would only come again.
bool is_broken_connection(const connection_error& failed) {
  const std::string& code = failed.facts().code;
  return code == "R004" || dynamic_cast<const commit_in_doubt*>(&failed) != nullptr;
}

std::string where_it_stands(const database_state& state) {
  if (state.begun) {
    return fmt::format("the database is at version {}, {} of version {} {}",
                       state.version,
                       counted_steps(state.begun->steps_done),
                       state.begun->version,
                       state.begun->up ? "done" : "taken back");
  }
  return fmt::format("the database is at version {}", state.version);
}

} // namespace

/// On SQLite others may write while the session is prepared; a step has its own patience.
void migration_run::begin_working() {
  reading_wait_ = options_.lock_wait;
  reading([&] { lock_and_read(); });
}

/// On PostgreSQL the search path has temporary objects last. On SQLite they stand before all
/// others: a step that names one would change it instead of the table of the schema. A temporary
/// trigger runs when a step changes its table's rows, and goes with a table that is built anew.
void migration_run::require_no_temporary_objects() {
  if (db().dialect() == dialect::postgresql) {
    return;
  }
  const auto found = db().query("SELECT type, name FROM temp.sqlite_master WHERE type IN ('table', "
                                "'view', 'trigger') ORDER BY name LIMIT 1");
  if (found.rows.empty()) {
    return;
  }
  const std::string type = as_text(found.rows.at(0).at(0));
  throw migration_error(
      fmt::format(
          "[R043] the session has a temporary {} {}, which {}; drop it, or give the migrator "
          "the URL instead of the session",
          type,
          quoted_name(as_text(found.rows.at(0).at(1))),
          type == "trigger" ? "would run in the steps or be lost by them"
                            : "would stand before a table of that name"),
      {.code = "R043"});
}

void migration_run::lock_and_read() {
  if (db().in_transaction()) {
    throw migration_error("[R032] the session is inside a transaction; end it before migrating",
                          {.code = "R032"});
  }
  dialect_ = db().dialect();
  require_direct_connection();
  require_no_temporary_objects();
  working_ = std::make_unique<working_session>(context(), table(), owned_ != nullptr, lost_);
  lost_.reset();
  for (int question = 0; question < 2; ++question) { // Each in a transaction of its own.
    working_->require_lock();
  }
  const std::int64_t newest = state_.newest;
  state_ = read();
  if (std::exchange(in_doubt_, false) && state_.newest > newest) {
    ++report_.steps; // The commit whose answer was lost had arrived.
  }
}

void migration_run::ensure_history() {
  const bool lacks_columns = reading([&] {
    table().require_trusted_owner();
    return table().lacks_columns();
  });
  if (lacks_columns) {
    step_transaction transaction(working_->context);
    working_->require_lock();
    table().ensure();
    transaction.commit();
  }
}

migration_report migration_run::carry_out(const assignment& what) {
  report_ = {.from = state_.version, .to = state_.version};
  for (int attempts = 0;;) {
    const int before = report_.steps;
    try {
      begin_working();
      work_through(what);
      working_.reset();
      report_.to = state_.version;
      report_.outcome = report_.steps == 0 ? outcome::nothing : outcome::all;
      return report_;
    } catch (const connection_error& broken) {
      if (!is_broken_connection(broken)) {
        stop(broken);
      }
      in_doubt_ = in_doubt_ || dynamic_cast<const commit_in_doubt*>(&broken) != nullptr;
      attempts = report_.steps > before ? 1 : attempts + 1;
      if (owned_ == nullptr || attempts > most_attempts) {
        stop(broken);
      }
    } catch (const error& failed) {
      stop(failed);
    } catch (...) {
      working_.reset();
      throw;
    }
    recover();
  }
}

/// Opens the session again; the state is read by begin_working, never guessed.
void migration_run::recover() {
  lost_ = working_ ? working_->process() : lost_;
  working_.reset();
  history_.reset();
  backoff wait(options_.step_wait);
  for (;;) {
    try {
      session_ = nullptr;
      owned_.reset();
      db();
      context().tell({.kind = event_kind::reconnected});
      return;
    } catch (const connection_error& broken) {
      if (!wait.pause()) {
        stop(broken);
      }
    }
  }
}

void migration_run::read_again(const assignment& what) {
  state_ = read();
  what.guard(state_);
}

void migration_run::work_through(const assignment& what) {
  what.guard(state_);
  if (!what.next(state_)) {
    return;
  }
  write_backup(what);
  if (what.may_create && !state_.is_managed() && has_plain_forms(what.to)) {
    if (create_all(what.to)) {
      return;
    }
    read_again(what);
  }
  ensure_history();
  while (const auto found = what.next(state_)) {
    if (!run_step(*found)) {
      read_again(what);
    }
  }
}

/// False when another process was there first.
bool migration_run::run_step(const work& next) {
  doing_ = next;
  migration_event event{.kind = event_kind::version_begins,
                        .up = next.up,
                        .version = next.version,
                        .title = next.title,
                        .steps = next.steps};
  if (next.step.number <= 1) {
    context().tell(event);
  }
  const auto id = working_->runner.run(next, state_);
  if (id) {
    state_ = after(state_, next, *id);
    ++report_.steps;
    if (next.completes) {
      event.kind = event_kind::version_done;
      context().tell(event);
    }
  }
  doing_.reset();
  return id.has_value();
}

void migration_run::stop(const error& failed) {
  const bool in_doubt = std::exchange(in_doubt_, false);
  const std::string lock_left = working_ ? working_->release() : std::string();
  working_.reset();
  error_facts facts = failed.facts();
  std::string text = failed.what();
  if (!text.starts_with("[R0")) {
    facts.code = in_doubt ? "R021" : "R020";
    text = fmt::format("[{}] {}", facts.code, text);
  }
  std::vector<std::string> lines;
  if (const std::string remedy =
          remedy_for(failed.facts(), text, dialect_, doing_ ? doing_->version : state_.version);
      !remedy.empty()) {
    lines.push_back(remedy);
  }
  if (doing_) {
    facts.version = doing_->version;
    facts.step = doing_->step.number;
    const std::string name = name_of(doing_->version, doing_->title);
    text =
        doing_->step.number == 0
            ? fmt::format("{}: {}", name, text)
            : fmt::format("{}, step {} of {}: {}", name, doing_->step.number, doing_->steps, text);
  }
  // Where a step ended its own transaction, nobody knows what of it is there.
  const bool goes_on = doing_ && facts.code != "R027" && facts.code != "R017";
  doing_.reset();
  report_.to = state_.version;
  report_.outcome = report_.steps == 0 ? outcome::nothing : outcome::partly;
  if (in_doubt) {
    report_.outcome = outcome::unknown;
    lines.emplace_back("the connection broke at the commit and whether the step is done is "
                       "unknown: run `status` when the database can be reached");
  } else {
    lines.push_back(where_it_stands(state_) +
                    (goes_on ? ", and the next run goes on from there" : ""));
  }
  if (!lock_left.empty()) {
    lines.push_back(lock_left);
  }
  for (const std::string& line : lines) {
    text += '\n' + line;
  }
  throw migration_stopped(text, facts, report_);
}

} // namespace strata::detail
