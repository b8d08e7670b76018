// What PostgreSQL does not let a column do that is computed when it is read.
#pragma once

#include "codegen/text/diagnostics.hpp"

#include <strata/model/table.hpp>

namespace strata::codegen {

/// A finding for each key, index and foreign key that has such a column or speaks of it.
void refuse_keys_on_virtual_columns(const model::table& table, diagnostics& out);

} // namespace strata::codegen
