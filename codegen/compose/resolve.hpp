// What a version leaves to Strata: default names, foreign keys' target columns, named schemas.
#pragma once

#include "codegen/text/diagnostics.hpp"

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// A foreign key that names no columns to a table without a primary key is a finding.
void resolve(model::schema& schema, diagnostics& out);

} // namespace strata::codegen
