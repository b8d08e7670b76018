// SQL's uuid as text.
#include <strata/runtime/uuid.hpp>

#include "src/runtime/conversion.hpp"

#include <fmt/format.h>

namespace strata {
namespace {

bool is_hyphen_at(std::size_t at) { return at == 8 || at == 13 || at == 18 || at == 23; }

int digit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'a' && c <= 'f')
    return c - 'a' + 10;
  if (c >= 'A' && c <= 'F')
    return c - 'A' + 10;
  return -1;
}

} // namespace

uuid uuid::from_string(std::string_view text) {
  uuid read;
  std::size_t digits = 0;
  bool is_right = text.size() == 36;
  for (std::size_t i = 0; is_right && i < text.size(); ++i) {
    if (is_hyphen_at(i)) {
      is_right = text[i] == '-';
      continue;
    }
    const int nibble = digit(text[i]);
    is_right = nibble >= 0;
    auto& octet = read.octets[digits / 2];
    octet = static_cast<std::uint8_t>(octet * 16 + (is_right ? nibble : 0));
    ++digits;
  }
  if (!is_right) {
    refuse_conversion(
        fmt::format("'{}' is no uuid; write it as 01234567-89ab-cdef-0123-456789abcdef", text));
  }
  return read;
}

std::string to_string(const uuid& from) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (const std::uint8_t octet : from.octets) {
    if (is_hyphen_at(text.size()))
      text += '-';
    text += digits[octet >> 4U];
    text += digits[octet & 15U];
  }
  return text;
}

} // namespace strata
