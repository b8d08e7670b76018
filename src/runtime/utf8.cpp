// The second byte tells what the first alone does not.
#include "src/runtime/utf8.hpp"

namespace strata::detail {
namespace {

struct second_byte {
  std::size_t length;
  unsigned least = 0x80;
  unsigned most = 0xbf;
};

/// A length of 0 says that no character begins so.
second_byte expected_behind(unsigned first) {
  if (first < 0x80)
    return {1};
  if (first < 0xc2)
    return {0};
  if (first < 0xe0)
    return {2};
  if (first == 0xe0)
    return {3, 0xa0, 0xbf};
  if (first == 0xed)
    return {3, 0x80, 0x9f};
  if (first < 0xf0)
    return {3};
  if (first == 0xf0)
    return {4, 0x90, 0xbf};
  if (first == 0xf4)
    return {4, 0x80, 0x8f};
  return {first < 0xf4 ? std::size_t{4} : 0};
}

} // namespace

std::size_t character_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t offset) -> unsigned {
    return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
  };
  const second_byte expected = expected_behind(byte(0));
  for (std::size_t offset = 1; offset < expected.length; ++offset) {
    const unsigned least = offset == 1 ? expected.least : 0x80;
    const unsigned most = offset == 1 ? expected.most : 0xbf;
    if (byte(offset) < least || byte(offset) > most)
      return 0;
  }
  return expected.length;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_length(text, at);
    if (length == 0)
      return false;
    at += length;
  }
  return true;
}

} // namespace strata::detail
