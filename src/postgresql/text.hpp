// Values as PostgreSQL's text format has them.
#pragma once

#include <strata/runtime/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strata::postgresql {

/// None for null; bytes in hexadecimal form. Throws conversion_error for a text with a NUL, which
/// PostgreSQL cannot hold.
std::optional<std::string> field_text(const value& from);

/// One line of COPY's text format, without its end.
std::string copy_line(const std::vector<std::optional<std::string>>& fields);

/// A name for SQL: in double quotes, those within doubled.
std::string quoted(std::string_view name);

} // namespace strata::postgresql
