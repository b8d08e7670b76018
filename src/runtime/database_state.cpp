// Replays history rows: each but a step's says which version the database has after it.
#include "src/runtime/database_state.hpp"

namespace strata::detail {
namespace {

phase phase_of(const std::string& name) {
  if (name == "data")
    return phase::data;
  if (name == "contract")
    return phase::contract;
  return phase::expand;
}

void begin(database_state& state, const history_row& row) {
  state.begun = begun_version{.version = row.version,
                              .title = row.title,
                              .up = row.direction != "down",
                              .steps_done = row.step,
                              .phase = phase_of(row.phase),
                              .fingerprint = row.fingerprint,
                              .script = row.script,
                              .has_up_sql = !row.up_sql.empty()};
}

void arrive(database_state& state, const history_row& row) {
  state.begun.reset();
  state.version = row.version;
  state.applied.erase(state.applied.upper_bound(row.version), state.applied.end());
  for (int below = 1; below < row.version; ++below) {
    state.applied.try_emplace(below); // A stamp went over it: what it was is not known.
  }
  const bool tells = row.action != "downgrade" || !state.applied.contains(row.version);
  if (row.version > 0 && tells) {
    state.applied[row.version] = {
        row.title, row.fingerprint, !row.down_sql.empty(), row.id, row.schema_name};
  }
}

} // namespace

void apply(database_state& state, const history_row& row) {
  if (row.action == "step") {
    begin(state, row);
  } else {
    arrive(state, row);
  }
  state.newest = row.id;
  state.oldest_compatible = row.oldest_compatible;
}

} // namespace strata::detail
