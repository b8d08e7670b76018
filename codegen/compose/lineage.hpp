// Columns that a table has from another: its parents', or the one that it is a part of.
#pragma once

#include <strata/model/schema.hpp>

namespace strata::codegen {

bool has_descent(const model::table& table);

/// Whether the column is its parent's, of which the heir says no more than what it has otherwise:
/// its default, its comment, or whether it may be null.
bool is_as_inherited(const model::column& column);

/// The same schema in which partitions and heirs have all their columns.
model::schema with_inherited_columns(model::schema schema);

} // namespace strata::codegen
