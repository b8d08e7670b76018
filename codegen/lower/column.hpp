// Columns and values to the model.
#pragma once

#include "codegen/lower/text.hpp"

#include <strata/schema/column_rules.hpp>

namespace strata::detail {

model::literal lower_literal(const literal_value& value);
model::column lower_column(const element& each);

} // namespace strata::detail
