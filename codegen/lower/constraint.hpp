// Keys, constraints and indexes to the model.
#pragma once

#include "codegen/lower/text.hpp"

#include <strata/schema/element.hpp>

namespace strata::detail {

model::primary_key lower_primary_key(const element& each);
model::unique_constraint lower_unique(const element& each);
model::check_constraint lower_check(const element& each);
model::foreign_key lower_foreign_key(const element& each);
model::exclusion_constraint lower_exclusion(const element& each);
model::index lower_index(const element& each);

} // namespace strata::detail
