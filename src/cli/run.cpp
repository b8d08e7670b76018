// The mounted command line: reads the arguments, opens the database, runs the command.
#include <strata/cli.hpp>

#include "src/cli/commands.hpp"
#include "src/cli/exit_code.hpp"
#include "src/cli/json_output.hpp"
#include "src/cli/parse.hpp"
#include "src/cli/progress.hpp"
#include "src/cli/secrets.hpp"

#include <strata/runtime/error.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace strata::cli {
namespace {

/// A direct connection is preferred: a transaction pooler breaks session locks.
std::string database_url(const arguments& given, const settings& chosen) {
  if (!given.url.empty()) {
    return given.url;
  }
  for (const char* name : {"DATABASE_URL_DIRECT", "DATABASE_URL"}) {
    if (const char* found = std::getenv(name); found != nullptr && *found != '\0') {
      return found;
    }
  }
  return chosen.url;
}

using command_function = int (*)(migrator&, const arguments&);

struct command_entry {
  std::string_view name;
  command_function run;
};

constexpr std::array commands{command_entry{"status", show_status},
                              command_entry{"current", show_current},
                              command_entry{"history", show_history},
                              command_entry{"plan", show_plan},
                              command_entry{"sql", show_sql},
                              command_entry{"check", check},
                              command_entry{"upgrade", upgrade},
                              command_entry{"downgrade", downgrade},
                              command_entry{"redo", redo},
                              command_entry{"stamp", stamp}};

int carry_out(const arguments& given,
              const std::string& url,
              const migrations& all,
              bool release_build) {
  if (given.command == "sql" && !given.dialect.empty()) {
    return show_sql(all, given);
  }
  migrator_options options = given.options;
  // With --json the standard output holds nothing but JSON.
  options.observer = progress(given.json ? stderr : stdout);
  migrator on(url, all, options, release_build);
  for (const command_entry& each : commands) {
    if (each.name == given.command) {
      return each.run(on, given);
    }
  }
  return exit_code::usage;
}

/// With its number, under which docs/errors.md explains it; a step's error has it further on.
std::string numbered(const error& failed) {
  const std::string text = failed.what();
  const std::string& code = failed.facts().code;
  return code.empty() || text.find('[' + code + ']') != std::string::npos
             ? text
             : '[' + code + "] " + text;
}

int tell(const error& failed, const arguments& given, const std::string& url) {
  const std::string message = without(passwords_in(url), numbered(failed));
  if (given.json) {
    print(error_json(failed, message)); // Masked before: a password may equal a member's name.
  }
  std::fprintf(stderr, "error: %s\n", message.c_str());
  const std::string& code = failed.facts().code;
  if (code == "R018" || code == "R014")
    return exit_code::hazard;
  if (code == "R022")
    return exit_code::usage;
  return exit_code::failed;
}

} // namespace

int run(int argc,
        const char* const* argv,
        const strata::migrations& migrations,
        const settings& chosen,
        bool release_build) {
  const auto parsed = parse(argc, argv, chosen);
  if (const int* code = std::get_if<int>(&parsed)) {
    return *code;
  }
  const arguments& given = std::get<arguments>(parsed);
  const std::string url = database_url(given, chosen);
  if (url.empty() && given.dialect.empty()) {
    std::fputs("error: no database is named; say --url, or set DATABASE_URL\n", stderr);
    return exit_code::usage;
  }
  try {
    return carry_out(given, url, migrations, release_build);
  } catch (const error& failed) {
    return tell(failed, given, url);
  } catch (const std::exception& failed) {
    std::fprintf(stderr, "error: %s\n", without(passwords_in(url), failed.what()).c_str());
    return exit_code::failed;
  }
}

} // namespace strata::cli
