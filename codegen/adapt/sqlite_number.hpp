// numeric on SQLite: how it is kept, and findings for what would compare it otherwise than
// PostgreSQL does.
#pragma once

#include "codegen/adapt/sqlite_type.hpp"
#include "codegen/text/diagnostics.hpp"

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// Null of other types, and of a numeric column with words of its own.
std::optional<sqlite_type> lower_number(const model::column& column);

/// Rounds what generated columns compute to their scale, as PostgreSQL does; reports expressions
/// that compare digits as text, or that compute in binary fractions and are not rounded. Text that
/// is written for SQLite alone is its author's.
void lower_number_expressions(model::table& table, const model::schema& schema, diagnostics& out);

} // namespace strata::codegen
