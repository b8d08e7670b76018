// What an SQL expression does with the columns that hold numbers: enough of its tokens to tell.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace strata::codegen {

/// The first of the columns that `is_number` knows which stands in one comparison with a
/// computation outside of round(…); null: none does.
std::optional<std::string>
computed_number(std::string_view sql, const std::function<bool(const std::string&)>& is_number);

/// The first of the columns that `is_digits` knows which is compared with what is not its one text:
/// all but a sign (`> 0`), or equality with a number or another column. Null: none is.
std::optional<std::string>
compared_digits(std::string_view sql, const std::function<bool(const std::string&)>& is_digits);

/// Whether anything is computed, rounded or not.
bool computes(std::string_view sql);

} // namespace strata::codegen
