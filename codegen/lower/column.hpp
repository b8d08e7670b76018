// Columns and values to the model.
#pragma once

#include "codegen/lower/text.hpp"

#include <strata/schema/column_rules.hpp>

namespace strata::detail {

model::literal lower_literal(const literal_value& value);
model::data_type lower_type(const named_type& type);

/// `sql` is what a default of that kind says.
std::optional<model::default_value> lower_default(const default_value& value, const sql_words& sql);

model::column lower_column(const element& each);

} // namespace strata::detail
