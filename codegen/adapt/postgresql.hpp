// What the oldest supported PostgreSQL lacks.
#pragma once

#include "codegen/text/diagnostics.hpp"

#include <strata/model/schema.hpp>

namespace strata::codegen {

void adapt_to_postgresql(model::schema& schema, int minimum_version, diagnostics& out);

} // namespace strata::codegen
