// Names in C++ for what would share one.
#pragma once

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// Gives `.as("…")` to columns of one table, and to tables, views and enumerations, whose names
/// become one identifier.
void name_for_cpp(model::schema& schema);

} // namespace strata::codegen
