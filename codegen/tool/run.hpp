// The `strata` tool as a function.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace strata::codegen {

/// Runs the command line (its first word is the program); exit_code.hpp says what it returns.
int run_tool(const std::vector<std::string>& words, std::ostream& out, std::ostream& errors);

} // namespace strata::codegen
