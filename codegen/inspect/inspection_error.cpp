// The message that lists everything an inspection could not say.
#include "codegen/inspect/inspection_error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace strata::codegen {

inspection_error::inspection_error(std::vector<std::string> unsupported)
    : std::runtime_error(fmt::format("the database holds what a schema cannot say: {}",
                                     fmt::join(unsupported, "; "))),
      unsupported_(std::move(unsupported)) {}

} // namespace strata::codegen
