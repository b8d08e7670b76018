// Literals and defaults in SQLite's representation of their type.
#pragma once

#include <strata/model/column.hpp>

#include <optional>

namespace strata::codegen {

/// The literal as the column's representation writes it; null where it cannot be read as one.
std::optional<model::literal> lower_literal(const model::literal& value,
                                            const model::column& column);

/// The expression for one of the functions that Strata knows.
model::sql_text lower_function(model::known_function function, const model::data_type& type);

} // namespace strata::codegen
