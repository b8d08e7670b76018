// Upgrading: what stands against it, and an empty database at one stroke.
#include "src/runtime/embedded.hpp"
#include "src/runtime/foreign_keys.hpp"
#include "src/runtime/migration_run.hpp"
#include "src/runtime/step_transaction.hpp"
#include "src/runtime/working_session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::detail {
namespace {

std::string shown_version(int number, dialect on) {
  return on == dialect::postgresql
             ? fmt::format("PostgreSQL {}.{}", number / 10000, number % 10000)
             : fmt::format(
                   "SQLite {}.{}.{}", number / 1000000, number / 1000 % 1000, number % 1000);
}

} // namespace

void migration_run::require_server() {
  const dialect on = db().dialect();
  const int least = on == dialect::postgresql ? all_.minimum_postgresql : all_.minimum_sqlite;
  const int has = db().server_version();
  if (has < least) {
    throw migration_error(
        fmt::format("[R015] this is {} and the migrations rely on {}; use a newer "
                    "one, or lower the minimum in strata_add_schema",
                    shown_version(has, on),
                    shown_version(least, on)),
        {.code = "R015"});
  }
}

void migration_run::require_phase() {
  if (options_.phase && !context().on_postgresql()) {
    throw migration_error("[R028] on SQLite the three phases run as one; leave out --phase",
                          {.code = "R028"});
  }
}

void migration_run::require_sealed(int from, int to) {
  for (const migration& each : all_.versions) {
    if (each.version > from && each.version <= to && !each.sealed && !options_.allow_draft) {
      throw migration_error(
          fmt::format("[R014] {} is a draft, and a release build does not apply one; seal it, or "
                      "say --allow-draft",
                      name_of(each.version, each.title)),
          {.code = "R014", .version = each.version});
    }
  }
}

bool migration_run::has_plain_forms(int to) {
  return std::all_of(all_.versions.begin(), all_.versions.end(), [&](const migration& each) {
    const auto steps = split_steps(plain_form(script_for(each, db().dialect())));
    return each.version > to || std::all_of(steps.begin(), steps.end(), [](const auto& step) {
             return step.in_transaction;
           });
  });
}

migration_report migration_run::upgrade(std::optional<int> to) {
  const int end = target(to);
  reading_wait_ = options_.lock_wait;
  open(if_missing::create);
  state_ = read();
  const judgement found = judged(state_);
  refuse(found);
  if (found.verdict == verdict::newer_but_compatible) {
    return {.from = state_.version, .to = state_.version};
  }
  require_phase();
  const assignment what{.next =
                            [&](const database_state& state) {
                              // Nobody works in an empty database: it gets all phases.
                              const auto only = state.is_managed() ? options_.phase : std::nullopt;
                              return next_upgrade(state, all_, db().dialect(), end, only);
                            },
                        .guard = [&](database_state& state) { refuse(judged(state)); },
                        .may_create = true,
                        .to = end};
  if (!what.next(state_)) {
    return {.from = state_.version, .to = state_.version};
  }
  require_server();
  require_sealed(state_.version, end);
  return carry_out(what);
}

/// All versions in one transaction. False when another process was there first.
bool migration_run::create_all(int to) {
  bool keys_off = false;
  for (const migration& each : all_.versions) {
    for (const auto& step : split_steps(plain_form(script_for(each, db().dialect())))) {
      keys_off = keys_off || (each.version <= to && step.foreign_keys_off);
    }
  }
  const foreign_keys_off keys(db(), keys_off);
  step_transaction transaction(working_->context);
  working_->require_lock();
  table().ensure();
  if (!working_->runner.unchanged_since(state_)) {
    return false;
  }
  refuse(judged(state_));
  working_->context.tell({.kind = event_kind::creating, .version = to, .steps = to});
  database_state state = state_;
  for (int version = 1; version <= to; ++version) {
    state = create_version(state, *find_version(all_, version));
  }
  transaction.commit();
  doing_.reset();
  state_ = state;
  report_.steps += to;
  return true;
}

/// One version in its plain form, inside the transaction that creates all.
database_state migration_run::create_version(const database_state& state, const migration& of) {
  const auto began = std::chrono::steady_clock::now();
  migration_event event{.kind = event_kind::version_begins,
                        .version = of.version,
                        .title = std::string(of.title),
                        .steps = 1};
  working_->context.tell(event);
  work whole = whole_version(of, all_, db().dialect());
  doing_ = whole;
  working_->runner.run_inside(plain_form(script_for(of, db().dialect())), options_.step_wait);
  const auto took = std::chrono::steady_clock::now() - began;
  event.kind = event_kind::version_done;
  event.took = std::chrono::duration_cast<std::chrono::milliseconds>(took);
  const auto id = working_->runner.record(whole.row, event.took);
  working_->context.tell(event);
  return after(state, whole, id);
}

} // namespace strata::detail
