// Whether a default gives each row a value of its own.
#pragma once

#include <strata/model/column.hpp>

namespace strata::codegen {

/// Whether the default may differ from row to row. If not, PostgreSQL adds its column without
/// touching the rows. SQL that calls a function that is not known to be the same throughout a
/// statement may.
bool may_differ_by_row(const model::default_value& value);

} // namespace strata::codegen
