// The command line that any program can mount: `app migrate status`.
#pragma once

#include <strata/runtime/build_kind.hpp>
#include <strata/runtime/migration_event.hpp>
#include <strata/runtime/migrations.hpp>

#include <cstdio>
#include <string>

namespace strata::cli {

/// What the program decides about the command line that it mounts.
struct settings {
  /// For the usage text and the history; empty: the name of the running program.
  std::string program = {};
  /// What leads to this command line, for the usage text: `migrate`.
  std::string verb = {};
  /// The database when neither an option nor the environment names one.
  std::string url = {};
};

/// Runs `status`, `upgrade`, … as the arguments say; `argv[0]` is not looked at. Returns the exit
/// code: 0 done, 1 work is pending, 2 usage, 3 the database or a file, 4 a hazard was not
/// acknowledged. A release build applies a draft only with `--allow-draft`.
int run(int argc,
        const char* const* argv,
        const strata::migrations& migrations,
        const settings& chosen = {},
        bool release_build = strata::detail::release_build);

/// An observer for a program that migrates when it starts: a line a step, as `upgrade` shows it.
migration_observer log_to(std::FILE* stream);

} // namespace strata::cli
