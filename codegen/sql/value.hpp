// Literals and default expressions.
#pragma once

#include <strata/model/column.hpp>

#include <string>

namespace strata::codegen::sql {

/// A literal as the database reads it: `TRUE`, `-12`, `'it''s'`, `'\x00ff'`, `X'00ff'`, `NULL`.
std::string literal(const model::literal& value, model::dialect on);

/// What follows DEFAULT.
std::string default_expression(const model::default_value& value, model::dialect on);

} // namespace strata::codegen::sql
