// Whether programs of the version before survive a version.
#pragma once

#include "codegen/diff/operation.hpp"

#include <vector>

namespace strata::codegen {

/// True if the operations only add tables, nullable or defaulted columns and plain indexes, or what
/// no program of before can meet: views, functions, types, comments. The user's own SQL counts as
/// breaking unless it is `.compatible()`.
bool keeps_old_programs(const std::vector<operation>& operations);

/// The oldest version whose programs run on `number`: as of the version before, or itself.
int oldest_compatible(int before, int number, const std::vector<operation>& operations);

} // namespace strata::codegen
