// Prints the accessor headers.
#include "codegen/cpp/accessors.hpp"

namespace strata::codegen {

std::vector<generated_file>
print_accessors(const model::version&, std::string_view, std::string_view, diagnostics&) {
  return {};
}

} // namespace strata::codegen
