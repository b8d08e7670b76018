// Values written in a schema: literals, and what a column's default may be.
#pragma once

#include <strata/schema/dialect.hpp>

#include <bit>
#include <concepts>
#include <cstdint>

namespace strata::detail {

struct null_value {};

struct bytes_value {
  text_ref hexadecimal{};
};

enum class known_function { now, gen_random_uuid, current_date, current_time };

enum class value_kind { none, null, boolean, integer, decimal, text, bytes, function, sql };

/// A literal of a reference row.
struct literal_value {
  value_kind of = value_kind::none;
  text_ref words{};
  std::int64_t number = 0; ///< A boolean, an integer, a function, or the bits of a double.

  constexpr literal_value() = default;

  consteval literal_value(null_value) : of(value_kind::null) {}

  consteval literal_value(bytes_value value) : of(value_kind::bytes), words(value.hexadecimal) {}

  template <std::size_t N>
  consteval literal_value(const char (&value)[N]) : of(value_kind::text), words(value) {}

  consteval literal_value(std::same_as<bool> auto value)
      : of(value_kind::boolean), number(value ? 1 : 0) {}

  template <std::integral Integer>

  requires(!std::same_as<Integer, bool>) consteval literal_value(Integer value)
      : of(value_kind::integer), number(static_cast<std::int64_t>(value)) {}

  consteval literal_value(std::floating_point auto value)
      : of(value_kind::decimal), number(std::bit_cast<std::int64_t>(static_cast<double>(value))) {}
};

/// What fills a column that is not given: a literal, or a function that Strata knows. SQL is kept
/// elsewhere.
struct default_value : literal_value {
  constexpr default_value() = default;

  consteval default_value(known_function function) {
    of = value_kind::function;
    number = static_cast<std::int64_t>(function);
  }

  template <typename Literal>
  requires std::constructible_from<literal_value, const Literal&>

  consteval default_value(const Literal& value) : literal_value(value) {}
};

} // namespace strata::detail

namespace strata::dsl {

inline constexpr detail::null_value null{};

/// Binary data, as an even number of hexadecimal digits: `bytes("00ff")`.
consteval detail::bytes_value bytes(detail::text_ref hexadecimal) { return {hexadecimal}; }

consteval detail::known_function now() { return detail::known_function::now; }

consteval detail::known_function gen_random_uuid() {
  return detail::known_function::gen_random_uuid;
}

consteval detail::known_function current_date() { return detail::known_function::current_date; }

consteval detail::known_function current_time() { return detail::known_function::current_time; }

} // namespace strata::dsl
