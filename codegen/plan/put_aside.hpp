// PostgreSQL: what stands in the way of a change of types and is as it was afterwards.
#pragma once

#include "codegen/plan/change.hpp"

#include <vector>

namespace strata::codegen {

/// Operations that drop and add again the checks, foreign keys, indexes, exclusions, triggers,
/// generated columns and views over columns whose types change: the server would refuse the change,
/// or keep old casts in them. Those with an operation of their own are left out.
///
/// Replaced indexes over such columns become such pairs too, and what is put aside is noted in the
/// change, to be added again plainly.
void put_aside(change& of);

} // namespace strata::codegen
