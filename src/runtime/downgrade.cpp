// Taking versions back, and stamping.
#include "src/runtime/embedded.hpp"
#include "src/runtime/migration_run.hpp"
#include "src/runtime/step_transaction.hpp"
#include "src/runtime/working_session.hpp"

#include <fmt/format.h>

namespace strata::detail {

const history_row& migration_run::recorded(std::int64_t id) {
  auto at = recorded_.find(id);
  if (at == recorded_.end()) {
    at = recorded_.emplace(id, table().row(id)).first;
  }
  return at->second;
}

/// A draft goes back by the SQL that was recorded with it: its header may have changed since.
std::string_view migration_run::down_sql(const database_state& state, int version) {
  const auto applied = state.applied.find(version);
  if (applied != state.applied.end() && applied->second.has_down_sql) {
    return recorded(applied->second.row).down_sql;
  }
  const migration* embedded = find_version(all_, version);
  if (embedded == nullptr) {
    throw migration_error(
        fmt::format("[R037] version {} is not in this program; take it back with the program that "
                    "applied it",
                    version),
        {.code = "R037", .version = version});
  }
  return script_for(*embedded, db().dialect()).down;
}

void migration_run::require_downgrade(const database_state& state, int to, bool allow_data_loss) {
  if (state.begun && state.begun->up) {
    throw migration_error(
        fmt::format("[R025] version {} is half applied; finish it with `upgrade --to {}` first",
                    state.begun->version,
                    state.begun->version),
        {.code = "R025", .version = state.begun->version});
  }
  if (state.begun && to == state.version) {
    throw migration_error(fmt::format("[R024] version {} is half taken back; finish it with "
                                      "`downgrade --to {}`",
                                      state.version,
                                      state.version - 1),
                          {.code = "R024", .version = state.version});
  }
  if (state.begun && state.begun->script != script_checksum(down_sql(state, state.version))) {
    throw migration_error(
        fmt::format("[R036] version {} is half taken back in another form than this program "
                    "carries; finish it with the program that began it",
                    state.version),
        {.code = "R036", .version = state.version});
  }
  for (int version = state.version; version > to; --version) {
    require_way_back(state, version, allow_data_loss);
  }
}

void migration_run::require_way_back(const database_state& state,
                                     int version,
                                     bool allow_data_loss) {
  const migration* embedded = find_version(all_, version);
  if (embedded != nullptr && !embedded->irreversible.empty()) {
    throw migration_error(fmt::format("[R019] {} cannot be taken back: {}; restore a backup",
                                      name_of(version, embedded->title),
                                      embedded->irreversible),
                          {.code = "R019", .version = version});
  }
  const auto applied = state.applied.find(version);
  const bool known = applied != state.applied.end() && !applied->second.fingerprint.empty();
  if (embedded != nullptr && known && !applied->second.has_down_sql &&
      applied->second.fingerprint != embedded->fingerprint) {
    throw migration_error(
        fmt::format("[R012] {} was applied in another form than this program carries; take it back "
                    "with the program that applied it",
                    name_of(version, embedded->title)),
        {.code = "R012", .version = version});
  }
  for (const migration_step& step : split_steps(down_sql(state, version))) {
    if (step.loses_data && !allow_data_loss) {
      throw migration_error(
          fmt::format("[R018] taking version {} back loses data in step {}; say --allow-data-loss "
                      "(`sql --from {} --to {}` shows it)",
                      version,
                      step.number,
                      version,
                      version - 1),
          {.code = "R018", .version = version, .step = step.number});
    }
  }
}

migration_report migration_run::downgrade(int to, bool allow_data_loss) {
  state_ = read();
  if (to < 0 || to > state_.version) {
    throw migration_error(
        state_.version == 0
            ? std::string("[R022] no version is applied; there is nothing to take back")
            : fmt::format("[R022] the database is at version {}; name one of 0 to {}",
                          state_.version,
                          state_.version - 1),
        {.code = "R022", .version = to});
  }
  require_fitting(state_, to);
  const int finished = can_finish_recorded() ? finish_recorded(allow_data_loss) : 0;
  const auto sql = [&](const database_state& state) {
    return [&](int version) { return down_sql(state, version); };
  };
  const assignment what{
      .next =
          [&](const database_state& state) { return next_downgrade(state, all_, to, sql(state)); },
      .guard =
          [&](const database_state& state) {
            require_fitting(state, to);
            require_downgrade(state, to, allow_data_loss);
          },
      .to = to};
  if (state_.version == to && !state_.begun) {
    return {.from = to, .to = to};
  }
  what.guard(state_);
  migration_report report = carry_out(what);
  report.steps += finished;
  return report;
}

void migration_run::stamp(int version) {
  require_version(all_, version);
  try {
    begin_working();
    if (state_.version > all_.head()) {
      refuse(judge(state_, all_, db().dialect(), {}));
    }
    ensure_history();
    step_transaction transaction(working_->context);
    working_->require_lock();
    history_row row{.action = "stamp", .version = version};
    if (const migration* embedded = find_version(all_, version)) {
      row.title = embedded->title;
      row.fingerprint = embedded->fingerprint;
      row.oldest_compatible = oldest_compatible_at(all_, version);
    }
    working_->runner.record(row, {});
    transaction.commit();
  } catch (...) {
    working_.reset();
    throw;
  }
  working_.reset();
}

} // namespace strata::detail
