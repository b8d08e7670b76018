// The command line that any program can mount: `app migrate status`.
#pragma once

#include <strata/runtime/migrations.hpp>

#include <string>

namespace strata::cli {

/// What the program decides about the command line that it mounts.
struct settings {
  std::string
      program; ///< For the usage text and the history table; empty: the running program's name.
  std::string verb; ///< What leads to this command line, for the usage text: `migrate`.
  std::string url;  ///< Used when neither option nor environment names a database.
};

namespace detail {
// Each translation unit has its own: what counts is how the application was built.
#ifdef NDEBUG
constexpr bool release_build = true;
#else
constexpr bool release_build = false;
#endif
} // namespace detail

/// Runs `status`, `upgrade`, … as the arguments say; `argv[0]` is not looked at. Returns the exit
/// code: 0 done, 1 work is pending, 2 usage, 3 the database or a file, 4 a hazard was not
/// acknowledged. A release build applies a draft only with `--allow-draft`.
int run(int argc,
        const char* const* argv,
        const strata::migrations& migrations,
        const settings& chosen = {},
        bool release_build = detail::release_build);

} // namespace strata::cli
