// Columns that a table has from another: its parents', or the one that it is a part of.
#pragma once

#include <strata/model/schema.hpp>

namespace strata::codegen {

bool has_descent(const model::table& table);

/// The same schema in which partitions and heirs have all their columns.
model::schema with_inherited_columns(model::schema schema);

} // namespace strata::codegen
