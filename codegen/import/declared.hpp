// A schema as inspected, in the form in which a person would declare it.
#pragma once

#include <strata/model/dialect.hpp>
#include <strata/model/schema.hpp>

namespace strata::codegen {

/// Declares, for that database, exactly what was inspected: expressions that are plain values
/// become literals, SQL is said once for all databases, and on SQLite columns get the nearest type
/// of the DSL beside the words of their declared one.
model::schema as_declared(model::schema inspected, model::dialect on);

} // namespace strata::codegen
