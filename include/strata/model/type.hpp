// Column types.
#pragma once

#include <strata/model/name.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace strata::model {

/// Built-in types by their SQL names; `named` is an enumeration, a domain or an extension's type.
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

/// Whether its values are character strings.
constexpr bool is_text(type_kind kind) {
  return kind == type_kind::text || kind == type_kind::varchar || kind == type_kind::character;
}

/// A column's type with its modifiers.
struct data_type {
  type_kind kind = type_kind::text;
  std::optional<std::int32_t> length;    ///< varchar(n), char(n): characters.
  std::optional<std::int32_t> precision; ///< numeric(p,s): digits; time types: fractional digits.
  std::optional<std::int32_t> scale;     ///< numeric(p,s): digits after the point.
  qualified_name name;                   ///< Of an enumeration or a named type.
  std::string modifier;                  ///< Of a named type, as written: `(3)`.
  std::int32_t array_dimensions = 0;

  friend bool operator==(const data_type&, const data_type&) = default;
};

} // namespace strata::model
