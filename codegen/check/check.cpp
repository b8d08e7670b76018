// Every rule about one schema.
#include "codegen/check/check.hpp"

namespace strata::codegen {

void check(const model::version&, diagnostics&) {}

} // namespace strata::codegen
