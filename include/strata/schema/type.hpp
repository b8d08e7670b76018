// Column types, by their SQL names.
#pragma once

#include <strata/schema/object.hpp>

#include <cstdint>

namespace strata::detail {

enum class type_kind {
  smallint,
  integer,
  bigint,
  real,
  double_precision,
  numeric,
  boolean,
  text,
  varchar,
  character,
  bytea,
  date,
  time_of_day,
  time_of_day_tz,
  timestamp,
  timestamptz,
  interval,
  uuid,
  json,
  jsonb,
  inet,
  cidr,
  macaddr,
  tsvector,
  enumeration,
  named,
};

/// A built-in type with its modifiers; -1 is a modifier that was not given.
struct column_type {
  type_kind kind = type_kind::text;
  std::int32_t size = -1; ///< Characters, digits, or digits of a second.
  std::int32_t scale = -1;
  std::int32_t dimensions = 0;
};

/// An enumeration, a domain or an extension's type.
struct named_type {
  column_type type{};
  object_name name{};
  text_ref modifier{};
  list<text_ref> values{}; ///< Of an enumeration given by value.
};

constexpr bool is_integer(const column_type& type) {
  return type.dimensions == 0 &&
         (type.kind == type_kind::smallint || type.kind == type_kind::integer ||
          type.kind == type_kind::bigint);
}

/// `varchar`, `varchar(n)`.
struct character_type : column_type {
  consteval column_type operator()(int characters) const {
    if (characters < 1)
      S011_length_is_less_than_one();
    column_type result = *this;
    result.size = characters;
    return result;
  }
};

/// `timestamptz`, `timestamptz(3)`: digits of a second.
struct time_type : column_type {
  consteval column_type operator()(int digits) const {
    if (digits < 0 || digits > 6)
      S012_precision_is_out_of_range();
    column_type result = *this;
    result.size = digits;
    return result;
  }
};

/// `numeric`, `numeric(p)`, `numeric(p, s)`.
struct numeric_type : column_type {
  consteval column_type operator()(int digits) const {
    if (digits < 1 || digits > 1000)
      S012_precision_is_out_of_range();
    column_type result = *this;
    result.size = digits;
    return result;
  }

  consteval column_type operator()(int digits, int after_the_point) const {
    column_type result = (*this)(digits);
    if (after_the_point > digits)
      S013_scale_is_greater_than_precision();
    if (after_the_point < 0)
      S012_precision_is_out_of_range();
    result.scale = after_the_point;
    return result;
  }
};

} // namespace strata::detail

namespace strata::dsl {

inline constexpr detail::column_type smallint{detail::type_kind::smallint};
inline constexpr detail::column_type integer{detail::type_kind::integer};
inline constexpr detail::column_type bigint{detail::type_kind::bigint};
inline constexpr detail::column_type real{detail::type_kind::real};
inline constexpr detail::column_type double_precision{detail::type_kind::double_precision};
inline constexpr detail::numeric_type numeric{{detail::type_kind::numeric}};
inline constexpr detail::column_type boolean{detail::type_kind::boolean};
inline constexpr detail::column_type text{detail::type_kind::text};
inline constexpr detail::character_type varchar{{detail::type_kind::varchar}};
inline constexpr detail::character_type character{{detail::type_kind::character}};
inline constexpr detail::column_type bytea{detail::type_kind::bytea};
inline constexpr detail::column_type date{detail::type_kind::date};
inline constexpr detail::time_type time_of_day{{detail::type_kind::time_of_day}};
inline constexpr detail::time_type time_of_day_tz{{detail::type_kind::time_of_day_tz}};
inline constexpr detail::time_type timestamp{{detail::type_kind::timestamp}};
inline constexpr detail::time_type timestamptz{{detail::type_kind::timestamptz}};
inline constexpr detail::time_type interval{{detail::type_kind::interval}};
inline constexpr detail::column_type uuid{detail::type_kind::uuid};
inline constexpr detail::column_type json{detail::type_kind::json};
inline constexpr detail::column_type jsonb{detail::type_kind::jsonb};
inline constexpr detail::column_type inet{detail::type_kind::inet};
inline constexpr detail::column_type cidr{detail::type_kind::cidr};
inline constexpr detail::column_type macaddr{detail::type_kind::macaddr};
inline constexpr detail::column_type tsvector{detail::type_kind::tsvector};

/// An array of another type; of several dimensions where that type is an array itself.
consteval detail::column_type array(detail::column_type of) {
  ++of.dimensions;
  return of;
}

consteval detail::named_type array(detail::named_type of) {
  ++of.type.dimensions;
  return of;
}

/// A domain or an extension's type, by name: `type_named("ltree")`.
consteval detail::named_type type_named(const detail::object_name& name) {
  return {{detail::type_kind::named}, name};
}

/// `type_named("vector", "(3)")`: with its modifier as written.
consteval detail::named_type type_named(const detail::object_name& name,
                                        detail::some_text modifier) {
  return {{detail::type_kind::named}, name, modifier};
}

/// Of an heir: its parent's column, to say what it has otherwise.
inline constexpr detail::named_type as_inherited{{detail::type_kind::named}};

/// An enumeration by name, where its declaration cannot be seen.
consteval detail::named_type enumeration_named(const detail::object_name& name) {
  return {{detail::type_kind::enumeration}, name};
}

} // namespace strata::dsl
