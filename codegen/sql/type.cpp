// Built-in types by their usual words; enumerations by their quoted name.
#include "codegen/sql/type.hpp"

#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

namespace strata::codegen::sql {
namespace {

using model::type_kind;

const char* word(type_kind kind) {
  switch (kind) {
  case type_kind::smallint:
    return "smallint";
  case type_kind::integer:
    return "integer";
  case type_kind::bigint:
    return "bigint";
  case type_kind::real:
    return "real";
  case type_kind::double_precision:
    return "double precision";
  case type_kind::numeric:
    return "numeric";
  case type_kind::boolean:
    return "boolean";
  case type_kind::text:
    return "text";
  case type_kind::varchar:
    return "varchar";
  case type_kind::character:
    return "char";
  case type_kind::bytea:
    return "bytea";
  case type_kind::date:
    return "date";
  case type_kind::time_of_day:
    return "time";
  case type_kind::time_of_day_tz:
    return "timetz";
  case type_kind::timestamp:
    return "timestamp";
  case type_kind::timestamptz:
    return "timestamptz";
  case type_kind::interval:
    return "interval";
  case type_kind::uuid:
    return "uuid";
  case type_kind::json:
    return "json";
  case type_kind::jsonb:
    return "jsonb";
  case type_kind::inet:
    return "inet";
  case type_kind::cidr:
    return "cidr";
  case type_kind::macaddr:
    return "macaddr";
  case type_kind::tsvector:
    return "tsvector";
  case type_kind::enumeration:
  case type_kind::named:
    break;
  }
  return "";
}

std::string modifiers(const model::data_type& type) {
  if (type.length) {
    return fmt::format("({})", *type.length);
  }
  if (type.precision && type.scale) {
    return fmt::format("({},{})", *type.precision, *type.scale);
  }
  if (type.precision) {
    return fmt::format("({})", *type.precision);
  }
  return {};
}

} // namespace

std::string type_words(const model::data_type& type, model::dialect on) {
  if (on == model::dialect::sqlite) {
    return type.name.name + type.modifier;
  }
  std::string words;
  if (type.kind == type_kind::enumeration || type.kind == type_kind::named) {
    // `interval year to month`: words follow a word of the grammar, not a name.
    const bool has_fields = type.modifier.starts_with(' ');
    words = (has_fields ? type.name.name : quote(type.name)) + type.modifier;
  } else {
    words = word(type.kind) + modifiers(type);
  }
  for (int dimension = 0; dimension < type.array_dimensions; ++dimension) {
    words += "[]";
  }
  return words;
}

} // namespace strata::codegen::sql
