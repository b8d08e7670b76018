// The commands that change the database.
#include "src/cli/commands.hpp"
#include "src/cli/exit_code.hpp"
#include "src/cli/json_output.hpp"

#include <fmt/format.h>

namespace strata::cli {
namespace {

int tell(const migration_report& report, const arguments& given, bool up) {
  if (given.json) {
    print(as_json(report));
  } else if (report.outcome == outcome::nothing) {
    print(fmt::format("nothing is to be done: the database is at version {}", report.to));
  } else {
    print(fmt::format("{} from version {} to {}, {} {}",
                      up ? "upgraded" : "downgraded",
                      report.from,
                      report.to,
                      report.steps,
                      report.steps == 1 ? "step" : "steps"));
  }
  return exit_code::done;
}

} // namespace

int upgrade(migrator& on, const arguments& given) {
  return tell(on.upgrade(given.to), given, true);
}

int downgrade(migrator& on, const arguments& given) {
  return tell(on.downgrade(*given.to, given.allow_data_loss), given, false);
}

int redo(migrator& on, const arguments& given) {
  const migration_report report = on.redo(given.allow_data_loss);
  print(given.json ? as_json(report) : fmt::format("version {} is applied anew", report.to));
  return exit_code::done;
}

int stamp(migrator& on, const arguments& given) {
  on.stamp(*given.to);
  print(given.json ? as_json(on.status())
                   : fmt::format("the history says that the database is at version {}", *given.to));
  return exit_code::done;
}

} // namespace strata::cli
