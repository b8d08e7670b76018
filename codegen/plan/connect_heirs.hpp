// Edges between heirs and their parents.
#pragma once

#include "codegen/plan/action.hpp"
#include "codegen/plan/change.hpp"

#include <string>
#include <vector>

namespace strata::codegen {

/// The name of the vertex at which an heir takes a parent, or leaves it.
std::string
vertex_of_link(const model::qualified_name& heir, const model::qualified_name& parent, bool takes);

void connect_heirs(std::vector<action>& actions, const change& of);

} // namespace strata::codegen
