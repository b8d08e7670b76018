// Conversions without loss: what `.count = 5` and `col::count == 5` may be given.
#pragma once

#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

namespace strata::detail {

template <typename T>
inline constexpr bool is_optional = false;
template <typename T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// Integers that count: neither bool nor a character.
template <typename T>
concept Number = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> &&
                 !std::same_as<T, wchar_t> && !std::same_as<T, char8_t> &&
                 !std::same_as<T, char16_t> && !std::same_as<T, char32_t>;

[[noreturn]] void throw_number_out_of_range();

template <typename To, typename From>
constexpr bool can_convert() {
  using given = std::remove_cvref_t<From>;
  if constexpr (is_optional<To>) {
    if constexpr (std::same_as<given, std::nullopt_t> || std::same_as<given, To>) {
      return true;
    } else if constexpr (is_optional<given>) {
      return can_convert<typename To::value_type, typename given::value_type>();
    } else {
      return can_convert<typename To::value_type, From>();
    }
  } else if constexpr (Number<To>) {
    return Number<given>;
  } else if constexpr (std::floating_point<To>) {
    return Number<given> || (std::floating_point<given> && sizeof(given) <= sizeof(To));
  } else if constexpr (std::same_as<To, bool>) {
    return std::same_as<given, bool>;
  } else {
    return std::convertible_to<From, To>;
  }
}

template <typename From, typename To>
concept ConvertibleTo = !std::same_as<std::remove_cvref_t<From>, To> && can_convert<To, From>();

/// What may be given for a T: itself, or what becomes one without loss.
template <typename From, typename To>
concept GivenFor = std::same_as<std::remove_cvref_t<From>, To> || ConvertibleTo<From, To>;

/// Types to which C++ converts numbers only where their authors allow it: `{…}` may stand for one.
template <typename T>
concept Braced = std::is_class_v<T> && !is_optional<T>;

/// Throws conversion_error when a number does not fit.
template <typename To, typename From>
To convert(From&& from) {
  using given = std::remove_cvref_t<From>;
  if constexpr (std::same_as<given, To> || std::same_as<given, std::nullopt_t>) {
    return To(std::forward<From>(from));
  } else if constexpr (is_optional<To> && is_optional<given>) {
    if (!from)
      return std::nullopt;
    return To(std::in_place, convert<typename To::value_type>(*std::forward<From>(from)));
  } else if constexpr (is_optional<To>) {
    return To(std::in_place, convert<typename To::value_type>(std::forward<From>(from)));
  } else if constexpr (Number<To>) {
    if (!std::in_range<To>(from))
      throw_number_out_of_range();
    return static_cast<To>(from);
  } else if constexpr (std::floating_point<To>) {
    return static_cast<To>(from);
  } else {
    return To(std::forward<From>(from));
  }
}

} // namespace strata::detail
