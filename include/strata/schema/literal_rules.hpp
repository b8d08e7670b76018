// Whether a literal can be a value of a column's type.
#pragma once

#include <strata/schema/type.hpp>
#include <strata/schema/value.hpp>

namespace strata::detail {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_hexadecimal(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// `-12.50`: a number in plain decimal notation.
constexpr bool is_decimal_number(text_ref text) {
  std::size_t i = text.size > 0 && (text.data[0] == '-' || text.data[0] == '+') ? 1 : 0;
  std::size_t digits = 0;
  std::size_t points = 0;
  for (; i < text.size; ++i) {
    if (is_digit(text.data[i]))
      ++digits;
    else if (text.data[i] == '.')
      ++points;
    else
      return false;
  }
  return digits > 0 && points <= 1;
}

constexpr bool is_uuid(text_ref text) {
  if (text.size != 36)
    return false;
  for (std::size_t i = 0; i < text.size; ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text.data[i] != '-' : !is_hexadecimal(text.data[i]))
      return false;
  }
  return true;
}

constexpr bool is_hexadecimal_bytes(text_ref text) {
  for (std::size_t i = 0; i < text.size; ++i)
    if (!is_hexadecimal(text.data[i]))
      return false;
  return text.size % 2 == 0;
}

/// At most `limit` characters of UTF-8.
constexpr bool has_at_most(text_ref text, std::int32_t limit) {
  if (text.size <= static_cast<std::size_t>(limit))
    return true;
  std::int32_t characters = 0;
  for (std::size_t i = 0; i < text.size; ++i)
    if ((static_cast<unsigned char>(text.data[i]) & 0xC0U) != 0x80U)
      ++characters;
  return characters <= limit;
}

constexpr bool integer_fits(std::int64_t value, type_kind kind) {
  switch (kind) {
  case type_kind::smallint:
    return value >= -32768 && value <= 32767;
  case type_kind::integer:
    return value >= -2147483648LL && value <= 2147483647LL;
  case type_kind::bigint:
  case type_kind::real:
  case type_kind::double_precision:
  case type_kind::numeric:
  case type_kind::named:
    return true;
  default:
    return false;
  }
}

constexpr bool text_fits(text_ref value, const column_type& type, list<text_ref> allowed) {
  switch (type.kind) {
  case type_kind::smallint:
  case type_kind::integer:
  case type_kind::bigint:
  case type_kind::real:
  case type_kind::double_precision:
  case type_kind::boolean:
  case type_kind::bytea:
    return false;
  case type_kind::numeric:
    return is_decimal_number(value);
  case type_kind::varchar:
  case type_kind::character:
    return type.size < 0 || has_at_most(value, type.size);
  case type_kind::uuid:
    return is_uuid(value);
  case type_kind::enumeration:
    return allowed.size == 0 || contains(allowed, value);
  default:
    return true;
  }
}

/// Whether a function that Strata knows can fill a column of that type, on both databases.
constexpr bool function_fits(known_function function, const column_type& type) {
  switch (type.kind) {
  case type_kind::text:
  case type_kind::varchar:
  case type_kind::named:
    return true;
  case type_kind::uuid:
    return function == known_function::gen_random_uuid;
  case type_kind::date:
  case type_kind::timestamp:
  case type_kind::timestamptz:
    return function == known_function::now || function == known_function::current_date;
  case type_kind::time_of_day:
  case type_kind::time_of_day_tz:
    return function == known_function::now || function == known_function::current_time;
  default:
    return false;
  }
}

/// `allowed` are the values of an enumeration, where they are known.
constexpr bool fits(const literal_value& value, const column_type& type, list<text_ref> allowed) {
  if (value.of == value_kind::null || value.of == value_kind::none)
    return true;
  if (type.dimensions > 0)
    return value.of == value_kind::text;
  switch (value.of) {
  case value_kind::function:
    return function_fits(static_cast<known_function>(value.number), type);
  case value_kind::boolean:
    return type.kind == type_kind::boolean || type.kind == type_kind::named;
  case value_kind::integer:
    return integer_fits(value.number, type.kind);
  case value_kind::decimal:
    return type.kind == type_kind::numeric || type.kind == type_kind::real ||
           type.kind == type_kind::double_precision || type.kind == type_kind::named;
  case value_kind::bytes:
    return type.kind == type_kind::bytea && is_hexadecimal_bytes(value.words);
  default:
    return text_fits(value.words, type, allowed);
  }
}

} // namespace strata::detail
