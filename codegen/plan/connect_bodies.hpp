// What the bodies of functions mention, where something runs them.
#pragma once

#include "codegen/plan/action.hpp"

namespace strata::codegen {

/// Bodies may mention what mentions them: an edge that would close a circle is left out.
void connect_bodies(std::vector<action>& actions);

} // namespace strata::codegen
