// Backfills that read other tables.
#pragma once

#include "codegen/plan/action.hpp"

#include <vector>

namespace strata::codegen {

/// A fill runs after what its expression reads elsewhere is there: columns that come, take a name
/// or are filled themselves, and the rows that a version declares.
void connect_fills(std::vector<action>& actions);

} // namespace strata::codegen
