// What goes after what uses it: functions, types, extensions and schemas.
#pragma once

#include "codegen/plan/action.hpp"
#include "codegen/plan/change.hpp"

#include <vector>

namespace strata::codegen {

/// Adds to the actions of a change on PostgreSQL what must go before them.
void connect_removals(std::vector<action>& actions, const change& of);

} // namespace strata::codegen
