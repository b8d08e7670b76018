// No two partitions of a table hold the same row, not even for a moment.
#pragma once

#include "codegen/plan/action.hpp"
#include "codegen/plan/change.hpp"

#include <vector>

namespace strata::codegen {

/// Adds to the actions of a change on PostgreSQL what must go before a partition is made or
/// attached.
void connect_partitions(std::vector<action>& actions, const change& of);

} // namespace strata::codegen
