// Rules for the user's own statements and for backfills.
#pragma once

#include "codegen/plan/action.hpp"

#include <vector>

namespace strata::codegen {

/// `after` sees new names and, still there, what is dropped.
void connect_user_sql(std::vector<action>& actions);

} // namespace strata::codegen
