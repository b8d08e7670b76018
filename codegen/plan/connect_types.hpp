// Edges between types and what is made of them.
#pragma once

#include "codegen/plan/action.hpp"

#include <vector>

namespace strata::codegen {

/// Adds its edges to `actions`, as connect() does.
void connect_types(std::vector<action>& actions);

} // namespace strata::codegen
