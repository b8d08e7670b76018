// Characters in UTF-8, as RFC 3629 has them.
#pragma once

#include <cstddef>
#include <string_view>

namespace strata::detail {

/// How many bytes at `at` are one character; 0 when they are none: cut off, longer than they need
/// to be, a half of a UTF-16 pair, or beyond U+10FFFF.
std::size_t character_length(std::string_view text, std::size_t at);

bool is_utf8(std::string_view text);

} // namespace strata::detail
