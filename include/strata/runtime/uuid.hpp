// SQL's uuid.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace strata {

/// 16 octets; the nil UUID unless given.
struct uuid {
  std::array<std::uint8_t, 16> octets{};

  /// Reads `01234567-89ab-cdef-0123-456789abcdef`, in either case. Throws conversion_error.
  static uuid from_string(std::string_view text);

  friend bool operator==(const uuid&, const uuid&) = default;
  friend auto operator<=>(const uuid&, const uuid&) = default;
};

/// 36 characters, lower case.
std::string to_string(const uuid& from);

} // namespace strata

template <>
struct std::hash<strata::uuid> {
  std::size_t operator()(const strata::uuid& of) const noexcept {
    return std::hash<std::string_view>()(
        {reinterpret_cast<const char*>(of.octets.data()), of.octets.size()});
  }
};
