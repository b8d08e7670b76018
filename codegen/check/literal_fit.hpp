// Whether a literal can be a value of a column. The compiler asks the same of a table's own
// declaration; this is for what was carried on while the column changed.
#pragma once

#include <strata/model/column.hpp>

namespace strata::codegen {

bool fits(const model::literal& value, const model::data_type& type);

} // namespace strata::codegen
