// SQL enumerations as C++ ones.
#pragma once

#include <strata/runtime/codec.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace strata {

/// Specialised by generated headers: `static constexpr std::array<std::string_view, n> names`, in
/// the order of the enumerators, which count from 0.
template <typename Enum>
struct enumeration_names;

template <typename Enum>
concept Enumeration = std::is_enum_v<Enum> && requires {
  enumeration_names<Enum>::names;
};

/// The SQL name of an enumerator.
template <Enumeration Enum>
constexpr std::string_view to_string(Enum from) {
  return enumeration_names<Enum>::names.at(static_cast<std::size_t>(from));
}

/// The enumerator of that SQL name, if there is one: `from_string<camera_status>("active")`.
template <Enumeration Enum>
constexpr std::optional<Enum> from_string(std::string_view name) {
  std::size_t at = 0;
  for (const std::string_view each : enumeration_names<Enum>::names) {
    if (each == name)
      return static_cast<Enum>(at);
    ++at;
  }
  return std::nullopt;
}

namespace detail {

/// Where the stored name stands among `names`. Throws conversion_error when it does not.
std::size_t decode_enumerator(const value& from, std::span<const std::string_view> names);

/// Throws conversion_error for a number that is no enumerator.
value encode_enumerator(std::size_t at, std::span<const std::string_view> names);

} // namespace detail

template <Enumeration Enum>
struct codec<Enum> {
  static value encode(Enum from, dialect) {
    return detail::encode_enumerator(static_cast<std::size_t>(from),
                                     enumeration_names<Enum>::names);
  }

  static Enum decode(const value& from, dialect) {
    return static_cast<Enum>(detail::decode_enumerator(from, enumeration_names<Enum>::names));
  }
};

} // namespace strata
