// Spelling types.
#include "codegen/check/type_words.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

using model::data_type;
using kind = model::type_kind;

std::string base_spelling(const data_type& type) {
  switch (type.kind) {
  case kind::smallint:
    return "smallint";
  case kind::integer:
    return "integer";
  case kind::bigint:
    return "bigint";
  case kind::real:
    return "real";
  case kind::double_precision:
    return "double precision";
  case kind::numeric:
    return "numeric";
  case kind::boolean:
    return "boolean";
  case kind::text:
    return "text";
  case kind::varchar:
    return "varchar";
  case kind::character:
    return "char";
  case kind::bytea:
    return "bytea";
  case kind::date:
    return "date";
  case kind::time_of_day:
    return "time";
  case kind::time_of_day_tz:
    return "timetz";
  case kind::timestamp:
    return "timestamp";
  case kind::timestamptz:
    return "timestamptz";
  case kind::interval:
    return "interval";
  case kind::uuid:
    return "uuid";
  case kind::json:
    return "json";
  case kind::jsonb:
    return "jsonb";
  case kind::inet:
    return "inet";
  case kind::cidr:
    return "cidr";
  case kind::macaddr:
    return "macaddr";
  case kind::tsvector:
    return "tsvector";
  case kind::enumeration:
  case kind::named:
    return display(type.name) + type.modifier;
  }
  return {};
}

} // namespace

std::string sql_spelling(const data_type& type) {
  std::string text = base_spelling(type);
  if (type.length) {
    text += fmt::format("({})", *type.length);
  } else if (type.precision && type.scale) {
    text += fmt::format("({},{})", *type.precision, *type.scale);
  } else if (type.precision) {
    text += fmt::format("({})", *type.precision);
  }
  for (std::int32_t i = 0; i < type.array_dimensions; ++i) {
    text += "[]";
  }
  return text;
}

} // namespace strata::codegen
