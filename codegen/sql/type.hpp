// The words of a column's type.
#pragma once

#include <strata/model/dialect.hpp>
#include <strata/model/type.hpp>

#include <string>

namespace strata::codegen::sql {

/// As SQL practice writes it: `bigint`, `timestamptz(3)`, `"camera_status"`, `text[]`. On SQLite
/// the words of the adapted type stand as they are.
std::string type_words(const model::data_type& type, model::dialect on);

} // namespace strata::codegen::sql
