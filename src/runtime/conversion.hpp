// Refusals of values that do not fit their C++ or SQL type.
#pragma once

#include <strata/runtime/value.hpp>

#include <string_view>

namespace strata {

/// Throws conversion_error R067: `what` is not what was expected, with the remedy.
[[noreturn]] void refuse_conversion(std::string_view what);

/// The text of a value, or conversion_error naming the storage class and what was expected.
const std::string& text_of(const value& from, std::string_view expected);

/// `an integer`, `a text`: for messages.
std::string_view kind_of(const value& of);

} // namespace strata
