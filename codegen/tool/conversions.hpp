// How values become those of another type where nobody is there to say.
#pragma once

#include "codegen/diff/operation.hpp"

#include <vector>

namespace strata::codegen {

/// Gives each changed column of PostgreSQL the USING expression that its change needs.
void add_conversions(std::vector<operation>& operations);

} // namespace strata::codegen
