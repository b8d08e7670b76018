// Enumerators by their SQL names.
#include <strata/runtime/enumeration.hpp>

#include "src/runtime/conversion.hpp"

#include <fmt/format.h>

namespace strata::detail {

std::size_t decode_enumerator(const value& from, std::span<const std::string_view> names) {
  const std::string& text = text_of(from, "an enumeration's value");
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (names[at] == text)
      return at;
  }
  refuse_conversion(
      fmt::format("'{}' is no value of the enumeration that this program was built with", text));
}

value encode_enumerator(std::size_t at, std::span<const std::string_view> names) {
  if (at >= names.size()) {
    refuse_conversion(fmt::format("{} is the number of no enumerator", at));
  }
  return std::string(names[at]);
}

} // namespace strata::detail
