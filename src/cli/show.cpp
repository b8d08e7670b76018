// The commands that only read.
#include "src/cli/commands.hpp"
#include "src/cli/exit_code.hpp"
#include "src/cli/json_output.hpp"
#include "src/cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::cli {
namespace {

std::string state_of(const version_status& of, const migration_status& in) {
  if (of.edited)
    return "applied in another form";
  if (of.unknown)
    return "applied by a newer program";
  if (in.begun == of.version) {
    const std::string_view word = in.begun_up ? "done" : "taken back";
    return fmt::format("{} of {} steps {}", of.steps_done, of.steps, word);
  }
  return of.applied ? "applied" : "pending";
}

/// An empty database gets each version in one piece, which is no step.
std::string place_of(const planned_step& of) {
  return of.step == 0 ? std::string("in one piece")
                      : fmt::format("step {} of {}, {}{}",
                                    of.step,
                                    of.steps,
                                    phase_name(of.phase),
                                    of.in_transaction ? "" : ", outside a transaction");
}

} // namespace

int show_status(migrator& on, const arguments& given) {
  const migration_status found = on.status();
  if (given.json) {
    print(as_json(found));
    return exit_code::done;
  }
  print(fmt::format("{}: {}", found.database, found.explanation));
  for (const version_status& each : found.versions) {
    print(fmt::format("  {:>4}  {:<24}  {}{}",
                      each.version,
                      each.title,
                      state_of(each, found),
                      each.sealed || each.unknown ? "" : " (draft)"));
  }
  return exit_code::done;
}

int show_current(migrator& on, const arguments& given) {
  const migration_status found = on.status();
  print(given.json ? current_json(found) : std::to_string(found.current));
  return exit_code::done;
}

int show_history(migrator& on, const arguments& given) {
  const auto rows = on.history();
  if (given.json) {
    print(as_json(rows));
    return exit_code::done;
  }
  if (rows.empty()) {
    print("nothing was done to the database yet");
  }
  for (const history_row& row : rows) {
    const std::string step = row.action == "step"
                                 ? fmt::format("step {} {} {}", row.step, row.phase, row.direction)
                                 : row.action;
    print(fmt::format("{:>5}  {}  version {:<4} {:<18} {:<20} {:>9}  {} {}",
                      row.id,
                      row.applied_at,
                      row.version,
                      step,
                      row.title,
                      duration(std::chrono::milliseconds(row.duration_ms)),
                      row.applied_by,
                      row.program));
  }
  return exit_code::done;
}

int show_plan(migrator& on, const arguments& given) {
  const auto steps = on.plan(given.to);
  if (given.json) {
    print(as_json(steps));
    return exit_code::done;
  }
  if (steps.empty()) {
    print("nothing is to be done");
  }
  for (const planned_step& each : steps) {
    print(fmt::format("version {}{}{}, {}\n{}",
                      each.version,
                      each.title.empty() ? "" : " ",
                      each.title,
                      place_of(each),
                      each.sql));
  }
  return exit_code::done;
}

namespace {

int print_sql(const std::string& sql, int from, int to, bool json) {
  print(json ? sql_json(sql, from, to) : sql);
  return exit_code::done;
}

} // namespace

int show_sql(migrator& on, const arguments& given) {
  const migration_status found = on.status();
  const int from = given.from.value_or(std::min(found.current, found.head));
  const int to = given.to.value_or(found.head);
  return print_sql(on.sql(from, to), from, to, given.json);
}

int show_sql(const migrations& all, const arguments& given) {
  const int from = given.from.value_or(0);
  const int to = given.to.value_or(all.head());
  const dialect kind = given.dialect == "sqlite" ? dialect::sqlite : dialect::postgresql;
  return print_sql(migration_sql(all, kind, from, to), from, to, given.json);
}

int check(migrator& on, const arguments& given) {
  const migration_status found = on.status();
  print(given.json ? as_json(found) : fmt::format("{}: {}", found.database, found.explanation));
  if (found.may_run())
    return exit_code::done;
  return found.verdict == verdict::pending ? exit_code::pending : exit_code::failed;
}

} // namespace strata::cli
