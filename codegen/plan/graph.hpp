// Orders actions by what must come first: Kahn's algorithm with a fixed priority.
#pragma once

#include "codegen/plan/action.hpp"
#include "codegen/text/diagnostics.hpp"

#include <vector>

namespace strata::codegen {

/// All actions, each after those it needs; phases never go back: an action that needs one of a
/// later phase moves there. The same for every order of the input. A cycle is a finding with its
/// members, and the answer is then empty.
std::vector<action> in_order(std::vector<action> actions, diagnostics& out);

} // namespace strata::codegen
