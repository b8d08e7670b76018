// The order of what is done to one table.
#pragma once

#include "codegen/plan/action.hpp"

namespace strata::codegen {

/// Whether `one` must run before `other`, both of the same table.
bool precedes(const action& one, const action& other, model::dialect on);

} // namespace strata::codegen
