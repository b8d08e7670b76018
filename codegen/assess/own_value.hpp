// Whether a row may be inserted without naming a column.
#pragma once

#include <strata/model/column.hpp>

namespace strata::codegen {

inline bool has_own_value(const model::column& column) {
  return column.nullable || column.default_to || column.identity || column.generated;
}

} // namespace strata::codegen
