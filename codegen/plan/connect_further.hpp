// Rules between actions on objects of different tables: heirs, and what reads from elsewhere.
#pragma once

#include "codegen/plan/action.hpp"
#include "codegen/plan/change.hpp"

#include <vector>

namespace strata::codegen {

/// Adds its edges to `actions`, as connect() does.
void connect_further(std::vector<action>& actions, const change& of);

} // namespace strata::codegen
