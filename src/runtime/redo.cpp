// Doing the newest version again, also where it is half applied in a form that is gone.
#include "src/runtime/embedded.hpp"
#include "src/runtime/migration_run.hpp"

#include <fmt/format.h>

namespace strata::detail {

bool migration_run::can_finish_recorded() const {
  return state_.begun && state_.begun->up && state_.begun->has_up_sql &&
         is_begun_in_another_form(state_, all_, session_->dialect());
}

/// The way back begins at a whole version, so what was begun is finished first, by the SQL that was
/// recorded with its steps. Returns how many steps it took.
int migration_run::finish_recorded(bool allow_data_loss) {
  const history_row begun = recorded(state_.newest);
  database_state whole = state_;
  apply(whole,
        {.id = state_.newest,
         .action = "upgrade",
         .version = begun.version,
         .fingerprint = begun.fingerprint,
         .down_sql = begun.down_sql});
  require_way_back(whole, begun.version, allow_data_loss);
  const assignment what{
      .next = [&](const database_state& state) { return next_recorded(state, begun); },
      .guard = [](database_state&) {},
      .to = begun.version};
  try {
    return carry_out(what).steps;
  } catch (const migration_stopped& stopped) {
    throw migration_stopped(
        fmt::format("{}\nthis is the form in which {} was begun, which is finished before it is "
                    "taken back: correct what stands in its way, or undo its steps by hand and "
                    "`stamp --to {}`",
                    stopped.what(),
                    name_of(begun.version, begun.title),
                    begun.version - 1),
        stopped.facts(),
        stopped.report());
  }
}

migration_report migration_run::redo(bool allow_data_loss) {
  state_ = read();
  const bool is_begun = can_finish_recorded();
  const int newest = is_begun ? state_.begun->version : state_.version;
  if (newest == 0) {
    throw migration_error("[R022] no version is applied; `upgrade` applies the first",
                          {.code = "R022"});
  }
  const migration* embedded = find_version(all_, newest);
  if (embedded == nullptr) {
    throw migration_error(fmt::format("[R022] version {} is not in this program, so it cannot be "
                                      "applied anew; `downgrade --to {}` takes it back",
                                      newest,
                                      newest - 1),
                          {.code = "R022", .version = newest});
  }
  // What upgrade would refuse must not be found when the version is taken back already.
  require_phase();
  require_server();
  require_sealed(newest - 1, newest);
  split_steps(script_for(*embedded, db().dialect()).up); // Throws where it cannot be read.
  require_fitting(state_, newest - 1);
  const int finished = is_begun ? finish_recorded(allow_data_loss) : 0;
  const migration_report down = downgrade(newest - 1, allow_data_loss);
  migration_report up = upgrade(newest);
  up.from = newest;
  up.steps += down.steps + finished;
  return up;
}

} // namespace strata::detail
