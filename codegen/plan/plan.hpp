// From a change to steps in order.
#pragma once

#include "codegen/plan/change.hpp"
#include "codegen/plan/step.hpp"

#include <vector>

namespace strata::codegen {

/// The steps that carry the change out; none where a finding says that it cannot be.
std::vector<step> plan(change what, diagnostics& out);

} // namespace strata::codegen
