// Sequences that stand for themselves; that of an identity or serial column is the column's.
#pragma once

#include <strata/model/dialect.hpp>
#include <strata/model/name.hpp>
#include <strata/model/place.hpp>
#include <strata/model/type.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace strata::model {

/// CREATE SEQUENCE; unset options have the database's defaults. PostgreSQL only.
struct sequence {
  qualified_name name;
  type_kind type = type_kind::bigint; ///< smallint, integer or bigint.
  std::optional<std::int64_t> start;
  std::optional<std::int64_t> increment;
  std::optional<std::int64_t> minimum;
  std::optional<std::int64_t> maximum;
  std::optional<std::int64_t> cache;
  bool cycle = false;
  qualified_name owner_table; ///< OWNED BY: goes with that column; empty: nobody's.
  std::string owner_column;
  std::string comment;
  dialect_set only;
  place where;

  friend bool operator==(const sequence&, const sequence&) = default;
};

} // namespace strata::model
