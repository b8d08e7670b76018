// Values written in a schema: literals, and what a column's default may be.
#pragma once

#include <strata/schema/dialect.hpp>

#include <concepts>
#include <cstdint>

namespace strata::detail {

struct null_value {};

struct bytes_value {
  text_ref hexadecimal{};
};

/// One literal of a reference row or a default.
struct literal_value {
  enum class kind { null, boolean, integer, decimal, text, bytes };
  kind of = kind::null;
  text_ref words{};
  std::int64_t integer = 0; ///< Of a boolean: 0 or 1.
  double decimal = 0;

  constexpr literal_value() = default;

  consteval literal_value(null_value) {}

  consteval literal_value(bytes_value value) : of(kind::bytes), words(value.hexadecimal) {}

  template <std::size_t N>
  consteval literal_value(const char (&value)[N]) : of(kind::text), words(value) {}

  consteval literal_value(std::same_as<bool> auto value) : of(kind::boolean), integer(value) {}

  template <std::integral Integer>

  requires(!std::same_as<Integer, bool>) consteval literal_value(Integer value)
      : of(kind::integer), integer(static_cast<std::int64_t>(value)) {}

  consteval literal_value(std::floating_point auto value)
      : of(kind::decimal), decimal(static_cast<double>(value)) {}
};

enum class known_function { none, now, gen_random_uuid, current_date, current_time };

/// What fills a column that is not given: a literal, a function Strata knows, or SQL.
struct default_source {
  enum class kind { none, literal, function, sql };
  kind of = kind::none;
  literal_value literal{};
  known_function function = known_function::none;
  sql_words words{};

  constexpr default_source() = default;

  consteval default_source(known_function known) : of(kind::function), function(known) {}

  consteval default_source(const sql_words& expression) : of(kind::sql), words(expression) {}

  template <typename Literal>
  requires std::convertible_to<const Literal&, literal_value>

  consteval default_source(const Literal& value) : of(kind::literal), literal(value) {}
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
