// Many values as one parameter: an array on PostgreSQL, JSON on SQLite.
#pragma once

#include <strata/runtime/dialect.hpp>
#include <strata/runtime/value.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace strata::detail {

/// `column` + before + `$1` + after says that the column is one of the list's values.
struct one_of {
  std::string_view before;
  value list;
  std::string_view after;
};

/// None where the values are of kinds that SQLite's JSON has no one form for.
std::optional<one_of> list_parameter(const std::vector<value>& values, dialect on);

} // namespace strata::detail
