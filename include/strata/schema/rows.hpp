// Reference rows: rows that belong to the schema.
#pragma once

#include <strata/schema/constraint.hpp>

namespace strata::detail {

template <std::size_t Values>
struct row_declaration {
  std::array<literal_value, Values> values;
  std::source_location where;
};

} // namespace strata::detail
