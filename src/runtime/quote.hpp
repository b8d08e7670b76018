// Names and literals in the migrator's own SQL.
#pragma once

#include <string>
#include <string_view>

namespace strata::detail {

/// The name in double quotes. Throws migration_error for a NUL byte.
std::string quoted_name(std::string_view name);

/// The text in single quotes, for PostgreSQL with standard_conforming_strings and for SQLite.
std::string quoted_text(std::string_view text);

} // namespace strata::detail
