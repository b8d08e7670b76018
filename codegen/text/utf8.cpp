// Decodes strictly: no overlong forms, no surrogates, nothing above U+10FFFF.
#include "codegen/text/utf8.hpp"

#include <cstddef>

namespace strata::codegen {
namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// How many bytes a character has that begins so; 0: none does.
std::size_t length_of(unsigned first) {
  if (first < 0x80)
    return 1;
  if (first >= 0xc2 && first <= 0xdf)
    return 2;
  if (first >= 0xe0 && first <= 0xef)
    return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/// The bytes of the character at `at`; 0: there is none.
std::size_t character_at(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  const std::size_t length = length_of(first);
  if (length == 0 || at + length > text.size())
    return 0;
  unsigned code = length == 1 ? first : first & (0x7fU >> length);
  for (std::size_t next = 1; next < length; ++next) {
    if ((byte_at(text, at + next) & 0xc0U) != 0x80U)
      return 0;
    code = code << 6U | (byte_at(text, at + next) & 0x3fU);
  }
  const bool too_long = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  const bool is_surrogate = code >= 0xd800 && code <= 0xdfff;
  const bool is_forbidden = code == 0xfffe || code == 0xffff || code > 0x10ffff;
  return too_long || is_surrogate || is_forbidden ? 0 : length;
}

} // namespace

std::string valid_utf8(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_at(text, at);
    out += length == 0 ? replacement : text.substr(at, length);
    at += length == 0 ? 1 : length;
  }
  return out;
}

std::string one_line(std::string_view text) {
  std::string out = valid_utf8(text);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == '\x7f')
      c = ' ';
  }
  return out;
}

} // namespace strata::codegen
