// A value on its way to or from a database.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace strata {

using bytes = std::vector<std::byte>;

/// Null, integer, floating point, text or bytes. PostgreSQL answers in text (and takes bytes as
/// they are); SQLite in its storage classes.
using value = std::variant<std::monostate, std::int64_t, double, std::string, bytes>;

inline bool is_null(const value& of) { return std::holds_alternative<std::monostate>(of); }

} // namespace strata
