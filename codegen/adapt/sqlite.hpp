// The lowering to SQLite: Strata's documented choices, and findings for what has none.
#pragma once

#include "codegen/text/diagnostics.hpp"

#include <strata/model/schema.hpp>

namespace strata::codegen {

void adapt_to_sqlite(model::schema& schema, int minimum_version, diagnostics& out);

} // namespace strata::codegen
