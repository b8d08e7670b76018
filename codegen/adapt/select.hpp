// `.only(…)` applied, and what no SQL shows put aside.
#pragma once

#include "codegen/text/diagnostics.hpp"

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// The part of a schema that exists on one database. What is left must not use what is not: that is
/// a finding, as is an SQL text that is given for the other database alone.
model::schema select(const model::schema& declared, model::dialect on, diagnostics& out);

} // namespace strata::codegen
