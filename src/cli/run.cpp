// The mounted command line: reads the arguments and runs the command.
#include <strata/cli.hpp>

namespace strata::cli {

int run(int, const char* const*, const strata::migrations&, const settings&, bool) { return 2; }

} // namespace strata::cli
