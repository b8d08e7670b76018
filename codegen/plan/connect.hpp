// The edges of a plan: what must come before what.
#pragma once

#include "codegen/plan/action.hpp"
#include "codegen/plan/change.hpp"

#include <vector>

namespace strata::codegen {

/// Adds to each action the vertices that must run before or after it. The same rules on both
/// databases: actions say what they do, not how.
void connect(std::vector<action>& actions, const change& of);

} // namespace strata::codegen
