// One documented choice for each type, with the check that keeps other values out.
#include "codegen/adapt/sqlite_type.hpp"

#include "codegen/adapt/sqlite_number.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

using model::type_kind;

/// json_valid(NULL) is 0 in many releases, where every other check is true of a null.
std::string unless_null(const model::column& column, const std::string& check) {
  return column.nullable ? sql::quote(column.name) + " IS NULL OR " + check : check;
}

std::string length_check(const std::string& name, const model::data_type& type) {
  const int length =
      type.length.value_or(type.kind == type_kind::character ? 1 : 0); // char is char(1).
  return length == 0 ? "" : fmt::format("length({}) <= {}", name, length);
}

std::optional<sqlite_type>
enumeration_type(const std::string& name, const model::data_type& type, const model::schema& in) {
  const auto found = std::find_if(in.enumerations.begin(), in.enumerations.end(), [&](auto& one) {
    return one.name == type.name;
  });
  if (found == in.enumerations.end()) {
    return std::nullopt;
  }
  std::string values;
  for (const std::string& value : found->values) {
    values += (values.empty() ? "" : ", ") + sql::quote_text(value);
  }
  return sqlite_type{"TEXT", fmt::format("{} IN ({})", name, values)};
}

} // namespace

std::optional<sqlite_type> lower_type(const model::column& column, const model::schema& schema) {
  const model::data_type& type = column.type;
  const std::string name = sql::quote(column.name);
  if (type.array_dimensions > 0) {
    return sqlite_type{
        "TEXT",
        unless_null(column, fmt::format("json_valid({0}) AND json_type({0}) = 'array'", name))};
  }
  switch (type.kind) {
  case type_kind::smallint:
  case type_kind::integer:
  case type_kind::bigint:
    return sqlite_type{"INTEGER", ""};
  case type_kind::real:
  case type_kind::double_precision:
    return sqlite_type{"REAL", ""};
  case type_kind::numeric:
    return lower_number(column);
  case type_kind::boolean:
    return sqlite_type{"INTEGER", name + " IN (0, 1)"};
  case type_kind::varchar:
  case type_kind::character:
    return sqlite_type{"TEXT", length_check(name, type)};
  case type_kind::json:
  case type_kind::jsonb:
    return sqlite_type{"TEXT", unless_null(column, "json_valid(" + name + ")")};
  case type_kind::bytea:
    return sqlite_type{"BLOB", ""};
  case type_kind::text:
  case type_kind::date:
  case type_kind::time_of_day:
  case type_kind::timestamp:
  case type_kind::timestamptz:
  case type_kind::uuid:
  case type_kind::interval:
  case type_kind::inet:
  case type_kind::cidr:
  case type_kind::macaddr:
    return sqlite_type{"TEXT", ""};
  case type_kind::enumeration:
    return enumeration_type(name, type, schema);
  case type_kind::time_of_day_tz:
  case type_kind::tsvector:
  case type_kind::named:
    return std::nullopt;
  }
  return std::nullopt;
}

} // namespace strata::codegen
