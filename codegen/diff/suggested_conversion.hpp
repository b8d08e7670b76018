// What a help line proposes as the expression of a conversion.
#pragma once

#include <strata/model/type.hpp>

#include <string>

namespace strata::codegen {

/// An expression that PostgreSQL takes for any two types; whether each value fits shows the data.
std::string suggested_conversion(const model::data_type& from,
                                 const model::data_type& to,
                                 const std::string& column);

} // namespace strata::codegen
