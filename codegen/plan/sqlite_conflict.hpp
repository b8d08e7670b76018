// Statements of a migration write all their rows or fail, whatever a table does with others.
#pragma once

#include "codegen/plan/action.hpp"

#include <strata/model/schema.hpp>

#include <deque>

namespace strata::codegen {

/// An ON CONFLICT clause would leave rows out of a rebuild's copy, or delete others for a backfill,
/// in silence.
void overrule_conflict_clauses(std::deque<action>& all,
                               const model::schema& from,
                               const model::schema& to);

} // namespace strata::codegen
