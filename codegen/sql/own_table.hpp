// Columns that an expression of a SQLite table names with the table in front.
#pragma once

#include <string>
#include <string_view>

namespace strata::codegen::sql {

/// `t.a`, `"t"."a"`, `[t].a` and `main.t.a` become the column alone: a rebuild makes the table
/// under another name first. Strings, comments and what else is named so stay.
std::string without_own_table(std::string_view expression, std::string_view table);

} // namespace strata::codegen::sql
