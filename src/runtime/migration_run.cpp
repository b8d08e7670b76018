// The session, the history in it, and what is asked without changing anything.
#include "src/runtime/migration_run.hpp"

#include "src/runtime/backoff.hpp"
#include "src/runtime/blockers.hpp"
#include "src/runtime/embedded.hpp"
#include "src/runtime/own_statement.hpp"
#include "src/runtime/process_names.hpp"
#include "src/runtime/quote.hpp"
#include "src/runtime/values.hpp"
#include "src/runtime/working_session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::detail {
namespace {

/// A program that starts is better told than left to wait.
constexpr std::chrono::milliseconds longest_reading{10'000};

/// In the caller's transaction, what reading SETs ends with reading.
class reading_in_transaction {
public:
  reading_in_transaction(session& db, bool is_own) {
    if (!is_own && db.dialect() == dialect::postgresql && db.in_transaction()) {
      db.execute("SAVEPOINT strata_reading");
      session_ = &db;
    }
  }

  ~reading_in_transaction() {
    try {
      if (session_ != nullptr) {
        session_->execute("ROLLBACK TO SAVEPOINT strata_reading; RELEASE SAVEPOINT strata_reading");
      }
    } catch (...) {
      // The session broke, and its transaction with it.
    }
  }

  reading_in_transaction(const reading_in_transaction&) = delete;
  reading_in_transaction& operator=(const reading_in_transaction&) = delete;

private:
  session* session_ = nullptr;
};

} // namespace

migration_run::migration_run(std::string url,
                             session* given,
                             const migrations& all,
                             migrator_options options)
    : url_(std::move(url)),
      session_(given),
      all_(all),
      options_(std::move(options)),
      reading_wait_(std::min(options_.lock_wait, longest_reading)) {
  if (options_.program.empty()) {
    options_.program = program_name();
  }
}

migration_run::~migration_run() = default;

void migration_run::open(if_missing how) {
  if (session_ == nullptr) {
    const std::string locked =
        fmt::format("{} is locked by another process", without_password(url_));
    owned_ = patiently(
        reading_wait_,
        [&] { return open_session(url_, how); },
        [&] {
          if (options_.observer) {
            options_.observer({.kind = event_kind::waiting_for_lock, .text = locked});
          }
        },
        [&](const lock_timeout&) {
          throw lock_timeout(fmt::format("[R016] {}, and was for {} s; wait for that process, or "
                                         "end it",
                                         locked,
                                         reading_wait_.count() / 1000),
                             {.code = "R016"});
        });
    session_ = owned_.get();
  }
}

/// Only an upgrade makes a database: a path that is mistyped must not leave an empty file.
session& migration_run::db() {
  open(if_missing::refuse);
  return *session_;
}

history& migration_run::table() {
  if (!history_) {
    history_.emplace(db(), options_.history_schema, options_.history_table);
  }
  return *history_;
}

run_context migration_run::context() { return {db(), all_, options_, url_}; }

database_state migration_run::read() {
  return reading([&] {
    const reading_in_transaction kept(db(), owned_ != nullptr);
    return table().read();
  });
}

std::string migration_run::in_the_way() {
  if (db().dialect() == dialect::sqlite) {
    return fmt::format("{} is locked by another process", db().describe());
  }
  const std::string holders = holders_of(db(), table().qualified_name());
  return holders.empty() ? fmt::format("{} is locked by another session", table().qualified_name())
                         : holders;
}

void migration_run::tell_wait() {
  if (options_.observer) {
    context().tell({.kind = event_kind::waiting_for_lock, .text = in_the_way()});
  }
}

void migration_run::refuse_wait(const lock_timeout& failed) {
  const bool on_postgresql = db().dialect() == dialect::postgresql;
  throw lock_timeout(
      fmt::format("[R016] the history of migrations could not be read for {} s: {}\nwait for that "
                  "process, or end it{}",
                  reading_wait_.count() / 1000,
                  in_the_way(),
                  on_postgresql ? " with `SELECT pg_terminate_backend(PID)`" : ""),
      {.code = "R016", .sqlstate = failed.facts().sqlstate});
}

/// The tables of a database without history: only then they matter.
std::string migration_run::unmanaged_tables() {
  const std::string history_name = quoted_text(table().table());
  const auto answer =
      db().dialect() == dialect::sqlite
          ? db().query(fmt::format("SELECT name FROM main.sqlite_master WHERE type IN ('table', "
                                   "'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> "
                                   "{} ORDER BY name LIMIT 4",
                                   history_name))
          : ask(db(),
                fmt::format(
                    "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = "
                    "c.relnamespace "
                    "WHERE n.nspname = {} AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND "
                    "c.relname <> {} AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = "
                    "'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e') ORDER BY "
                    "c.relname "
                    "LIMIT 4",
                    quoted_text(table().default_schema()),
                    history_name));
  std::string names;
  for (std::size_t at = 0; at < answer.rows.size(); ++at) {
    names += at == 0 ? "" : ", ";
    names += at == 3 ? "…" : as_text(answer.rows[at].at(0));
  }
  return names;
}

/// Reads the state again where another process may have made the database between two queries.
judgement migration_run::judged(database_state& state) {
  std::string tables;
  if (!state.is_managed()) {
    table().schema(); // Where there is none, nothing is seen, and that tells nothing.
    tables = reading([&] {
      const reading_in_transaction kept(db(), owned_ != nullptr);
      return unmanaged_tables();
    });
    if (!tables.empty()) {
      state = read();
    }
  }
  return judge(state, all_, db().dialect(), tables);
}

namespace {

version_status status_of(const migration& each, const database_state& state, dialect on) {
  version_status out{.version = each.version,
                     .title = std::string(each.title),
                     .sealed = each.sealed,
                     .applied = each.version <= state.version};
  out.steps = static_cast<int>(split_steps(script_for(each, on).up).size());
  if (const auto at = state.applied.find(each.version); at != state.applied.end()) {
    out.edited = !at->second.fingerprint.empty() && at->second.fingerprint != each.fingerprint;
    out.steps_done = out.steps;
  }
  return out;
}

} // namespace

migration_status migration_run::status() {
  database_state state = read();
  const judgement found = judged(state);
  migration_status out{.verdict = found.verdict,
                       .explanation = found.explanation,
                       .database = db().describe(),
                       .current = state.version,
                       .head = all_.head(),
                       .oldest_compatible = state.oldest_compatible};
  for (const migration& each : all_.versions) {
    out.versions.push_back(status_of(each, state, db().dialect()));
  }
  for (const auto& [version, applied] : state.applied) {
    if (version > all_.head()) {
      out.versions.push_back(
          {.version = version, .title = applied.title, .applied = true, .unknown = true});
    }
  }
  if (state.begun) {
    out.begun = state.begun->version;
    out.begun_phase = state.begun->phase;
    out.begun_up = state.begun->up;
    for (version_status& each : out.versions) {
      if (each.version == state.begun->version) {
        each.steps_done = state.begun->steps_done;
      }
    }
  }
  return out;
}

bool migration_run::check() {
  database_state state = read();
  const judgement found = judged(state);
  refuse(found);
  return found.verdict != verdict::pending;
}

/// Below what the database has there is nothing to do: another process may have been faster.
int migration_run::target(std::optional<int> to) const {
  if (to) {
    require_version(all_, *to);
  }
  return to.value_or(all_.head());
}

namespace {

planned_step planned(const work& of) {
  return {.version = of.version,
          .title = of.title,
          .step = of.step.number,
          .steps = of.steps,
          .phase = of.step.phase,
          .in_transaction = of.step.in_transaction,
          .loses_data = of.step.loses_data,
          .sql = std::string(of.step.sql)};
}

} // namespace

std::vector<planned_step> migration_run::plan(std::optional<int> to) {
  database_state state = read();
  const judgement found = judged(state);
  refuse(found);
  std::vector<planned_step> steps;
  if (found.verdict == verdict::newer_but_compatible) {
    return steps;
  }
  const int end = target(to);
  if (!state.is_managed() && has_plain_forms(end)) {
    for (int version = 1; version <= end; ++version) {
      const migration& of = *find_version(all_, version);
      work whole = whole_version(of, all_, db().dialect());
      whole.step.sql = plain_form(script_for(of, db().dialect()));
      steps.push_back(planned(whole));
    }
    return steps;
  }
  while (const auto next = next_upgrade(state, all_, db().dialect(), end, options_.phase)) {
    steps.push_back(planned(*next));
    state = after(state, *next, state.newest + 1);
  }
  return steps;
}

std::string migration_run::sql(int from, int to) {
  return migration_sql(all_, db().dialect(), from, to);
}

std::vector<history_row> migration_run::rows() {
  return reading([&] {
    const reading_in_transaction kept(db(), owned_ != nullptr);
    return table().rows();
  });
}

} // namespace strata::detail
