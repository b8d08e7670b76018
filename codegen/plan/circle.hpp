// Renames in which each takes the name of the next, round to the first: one steps aside.
#pragma once

#include "codegen/plan/action.hpp"
#include "codegen/plan/passing_names.hpp"

#include <vector>

namespace strata::codegen {

/// Splits one rename of each circle in two, by way of a passing name. Tables and columns do so
/// themselves, since what is looked up by their names must follow.
void open_circles(std::vector<action>& actions, const passing_names& passing);

} // namespace strata::codegen
