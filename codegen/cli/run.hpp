// The generator as a function.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace strata::codegen {

/// Runs the command line (its first word is the program). 0 done, 1 findings or pending work, 2
/// usage, 3 input or output.
int run(const std::vector<std::string>& words, std::ostream& out, std::ostream& errors);

} // namespace strata::codegen
