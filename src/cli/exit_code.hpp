// What the process answers to a script, and what it is called in its usage text.
#pragma once

#include <strata/cli.hpp>

#include <string>

namespace strata::cli {

namespace exit_code {
inline constexpr int done = 0;
inline constexpr int pending = 1;
inline constexpr int usage = 2;
inline constexpr int failed = 3;
inline constexpr int hazard = 4;
} // namespace exit_code

/// `sentinel migrate`.
inline std::string usage_name(const settings& chosen, const std::string& first_argument) {
  if (chosen.program.empty()) {
    return chosen.verb.empty() ? first_argument : chosen.verb;
  }
  return chosen.verb.empty() ? chosen.program : chosen.program + ' ' + chosen.verb;
}

} // namespace strata::cli
