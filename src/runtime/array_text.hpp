// The two texts that hold an array: PostgreSQL's `{…}` and SQLite's JSON.
#pragma once

#include <strata/runtime/array.hpp>

#include <string>
#include <string_view>

namespace strata {

std::string postgresql_array_text(const detail::array_item& from);
detail::array_item parse_postgresql_array(std::string_view text, int dimensions);

std::string json_array_text(const detail::array_item& from);
detail::array_item parse_json_array(std::string_view text, int dimensions);

} // namespace strata
