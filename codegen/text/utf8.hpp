// Texts of databases, which may hold any bytes, for formats that take UTF-8 alone.
#pragma once

#include <string>
#include <string_view>

namespace strata::codegen {

/// The text with U+FFFD in the place of each byte that is no UTF-8, and of what XML forbids.
std::string valid_utf8(std::string_view text);

/// The same on one line: control characters become spaces.
std::string one_line(std::string_view text);

} // namespace strata::codegen
