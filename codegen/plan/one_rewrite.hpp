// One ALTER TABLE for all columns of a table whose types change: it writes the table once.
#pragma once

#include "codegen/plan/action.hpp"
#include "codegen/plan/step.hpp"

#include <vector>

namespace strata::codegen {

/// Whether a table has two columns whose types change.
bool has_type_changes_to_gather(const std::vector<action>& actions);

/// Actions of one table's columns wait for what any of them waits for, and so are neighbours.
void gather_type_changes(std::vector<action>& actions);

/// Neighbouring changes of types become one statement, between what they drop and set of defaults.
void join_type_changes(std::vector<step>& steps);

} // namespace strata::codegen
