// Which C++ type stands for a column, and what it can be compared by.
#pragma once

#include <strata/model/schema.hpp>

#include <string>

namespace strata::codegen {

/// The type without std::optional: `std::string`, `std::vector<strata::uuid>`, an enumeration's
/// identifier behind `enumeration_prefix`, or what `.maps_to` says.
std::string cpp_type(const model::column& column,
                     const model::schema& in,
                     const std::string& enumeration_prefix);

/// The enumerator of strata::comparison; empty for `ordered`, which is the default.
std::string cpp_comparison(const model::data_type& type);

/// The C++ name of an enumeration: `.as("…")`, or from its SQL name.
std::string cpp_name(const model::enumeration& enumeration);

/// Whether values of the type are passed by value.
bool is_passed_by_value(const std::string& type);

} // namespace strata::codegen
