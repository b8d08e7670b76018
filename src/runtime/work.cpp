// Finds the first step that is not recorded, and writes the row that will record it.
#include "src/runtime/work.hpp"

#include "src/runtime/embedded.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace strata::detail {
namespace {

void check_phase(const std::vector<migration_step>& steps,
                 std::size_t done,
                 phase only,
                 int version) {
  if (done < steps.size() && only != phase::expand && steps[done].phase == phase::expand) {
    throw migration_error(
        fmt::format("[R030] version {} has steps that come before {}; run `upgrade --phase expand` "
                    "first",
                    version,
                    phase_name(only)),
        {.code = "R030", .version = version});
  }
  if (only != phase::expand) {
    return;
  }
  for (std::size_t at = done; at < steps.size(); ++at) {
    if (!steps[at].no_expand_form.empty()) {
      throw migration_error(
          fmt::format("[R039] version {} has no expand form, as programs of both versions cannot "
                      "run beside each other: {}; stop the old program and run `upgrade` without "
                      "`--phase`, or split the change over several versions",
                      version,
                      steps[at].no_expand_form),
          {.code = "R039", .version = version, .step = steps[at].number});
    }
  }
}

void require_one_pending(const database_state& state, int to) {
  if (to - state.version > 1) {
    throw migration_error(
        fmt::format("[R029] versions {} to {} are pending and a phase is run for one at a time; "
                    "add `--to {}`",
                    state.version + 1,
                    to,
                    state.version + 1),
        {.code = "R029"});
  }
}

/// The row of a step, or of the version when the step completes it.
history_row row_for(const work& of) {
  history_row row;
  row.direction = of.up ? "up" : "down";
  row.phase = of.step.number == 0 ? "" : std::string(phase_name(of.step.phase));
  row.step = of.step.number;
  return row;
}

void record_upgrade(work& of, const migration& from, const migrations& all, dialect on) {
  of.row = row_for(of);
  of.row.version = of.version;
  of.row.title = of.title;
  of.row.fingerprint = from.fingerprint;
  const migration_script& script = script_for(from, on);
  of.row.script = script_checksum(script.up);
  // What expand and data do, the programs of the version before survive.
  const bool contracts = of.completes || of.step.phase == phase::contract;
  of.row.oldest_compatible = oldest_compatible_at(all, contracts ? of.version : of.version - 1);
  if (of.completes) {
    of.row.action = "upgrade";
    of.row.acknowledged = acknowledged_json(from);
  } else {
    of.row.action = "step";
  }
  of.row.up_sql = from.sealed ? std::string_view() : script.up;
  of.row.down_sql = from.sealed ? std::string_view() : script.down;
}

void record_downgrade(work& of, const database_state& state, const migrations& all) {
  of.row = row_for(of);
  if (!of.completes) {
    of.row.action = "step";
    of.row.version = of.version;
    of.row.title = of.title;
    of.row.oldest_compatible = state.oldest_compatible;
    return;
  }
  of.row.action = "downgrade";
  of.row.version = of.version - 1;
  of.row.oldest_compatible = oldest_compatible_at(all, of.version - 1);
  if (const auto below = state.applied.find(of.version - 1); below != state.applied.end()) {
    of.row.title = below->second.title;
    of.row.fingerprint = below->second.fingerprint;
  }
}

} // namespace

std::optional<work> next_upgrade(const database_state& state,
                                 const migrations& all,
                                 dialect on,
                                 int to,
                                 std::optional<phase> only) {
  if (state.version >= to) {
    return std::nullopt;
  }
  const migration& next = *find_version(all, state.version + 1);
  const auto steps = split_steps(script_for(next, on).up);
  const auto done = static_cast<std::size_t>(state.begun ? state.begun->steps_done : 0);
  if (only) {
    require_one_pending(state, to);
    check_phase(steps, done, *only, next.version);
    if (done < steps.size() && steps[done].phase > *only) {
      return std::nullopt;
    }
  }
  work found{.version = next.version, .title = std::string(next.title)};
  found.steps = static_cast<int>(steps.size());
  if (done < steps.size()) {
    found.step = steps[done];
  }
  found.completes = done + 1 >= steps.size();
  record_upgrade(found, next, all, on);
  return found;
}

std::optional<work> next_recorded(const database_state& state, const history_row& recorded) {
  const bool is_it = state.begun && state.begun->up && state.begun->script == recorded.script;
  if (!is_it) {
    return std::nullopt;
  }
  const auto steps = split_steps(recorded.up_sql);
  const auto done = static_cast<std::size_t>(state.begun->steps_done);
  work found{.version = recorded.version, .title = recorded.title};
  found.steps = static_cast<int>(steps.size());
  if (done < steps.size()) {
    found.step = steps[done];
  }
  found.completes = done + 1 >= steps.size();
  found.row = row_for(found);
  found.row.version = recorded.version;
  found.row.title = recorded.title;
  found.row.fingerprint = recorded.fingerprint;
  found.row.script = recorded.script;
  found.row.down_sql = recorded.down_sql;
  found.row.action = found.completes ? "upgrade" : "step";
  found.row.up_sql = recorded.up_sql;
  // Of this form nobody is left who would know which programs survive it.
  found.row.oldest_compatible = std::max(state.oldest_compatible, recorded.version);
  return found;
}

work whole_version(const migration& of, const migrations& all, dialect on) {
  work whole{.version = of.version, .title = std::string(of.title), .steps = 1, .completes = true};
  record_upgrade(whole, of, all, on);
  return whole;
}

std::optional<work> next_downgrade(const database_state& state,
                                   const migrations& all,
                                   int to,
                                   const std::function<std::string_view(int version)>& down_sql) {
  if (state.version <= to) {
    return std::nullopt;
  }
  const std::string_view script = down_sql(state.version);
  const auto steps = split_steps(script);
  const auto done = static_cast<std::size_t>(state.begun ? state.begun->steps_done : 0);
  work found{.version = state.version, .up = false};
  if (const auto applied = state.applied.find(state.version); applied != state.applied.end()) {
    found.title = applied->second.title;
  }
  found.steps = static_cast<int>(steps.size());
  if (done < steps.size()) {
    found.step = steps[done];
  }
  found.completes = done + 1 >= steps.size();
  record_downgrade(found, state, all);
  found.row.script = script_checksum(script);
  return found;
}

database_state after(const database_state& state, const work& done, std::int64_t id) {
  database_state next = state;
  history_row row = done.row;
  row.id = id;
  apply(next, row);
  return next;
}

} // namespace strata::detail
