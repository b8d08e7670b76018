// What can be told of a statement by its text alone.
#pragma once

#include <string>
#include <string_view>

namespace strata::detail {

/// Throws query_error R068: a database reads a text as far as its first NUL, and would run half of
/// what was meant.
void require_no_nul(std::string_view statements);

/// The first word in upper case, behind space and comments: `SELECT`. Empty when there is none.
std::string first_word(std::string_view statement);

} // namespace strata::detail
