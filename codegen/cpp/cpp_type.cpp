// Which C++ type stands for a column.
#include "codegen/cpp/cpp_type.hpp"

#include "codegen/cpp/namer.hpp"

#include <algorithm>
#include <array>

namespace strata::codegen {
namespace {

using model::type_kind;

std::string scalar_type(type_kind kind) {
  switch (kind) {
  case type_kind::smallint:
    return "std::int16_t";
  case type_kind::integer:
    return "std::int32_t";
  case type_kind::bigint:
    return "std::int64_t";
  case type_kind::real:
    return "float";
  case type_kind::double_precision:
    return "double";
  case type_kind::numeric:
    return "strata::numeric";
  case type_kind::boolean:
    return "bool";
  case type_kind::bytea:
    return "std::vector<std::byte>";
  case type_kind::date:
    return "std::chrono::year_month_day";
  case type_kind::time_of_day:
    return "std::chrono::microseconds";
  case type_kind::timestamp:
    return "std::chrono::local_time<std::chrono::microseconds>";
  case type_kind::timestamptz:
    return "std::chrono::sys_time<std::chrono::microseconds>";
  case type_kind::interval:
    return "strata::interval";
  case type_kind::uuid:
    return "strata::uuid";
  case type_kind::json:
  case type_kind::jsonb:
    return "strata::json";
  // As the database writes them: they have no C++ type that all would agree on.
  case type_kind::text:
  case type_kind::varchar:
  case type_kind::character:
  case type_kind::time_of_day_tz:
  case type_kind::inet:
  case type_kind::cidr:
  case type_kind::macaddr:
  case type_kind::tsvector:
  case type_kind::enumeration:
  case type_kind::named:
    return "std::string";
  }
  return "std::string";
}

} // namespace

std::string cpp_name(const model::enumeration& enumeration) {
  return enumeration.cpp_name.empty() ? cpp_identifier(enumeration.name.name)
                                      : enumeration.cpp_name;
}

std::string cpp_type(const model::column& column,
                     const model::schema& in,
                     const std::string& enumeration_prefix) {
  if (!column.cpp.type.empty())
    return column.cpp.type;
  std::string type = scalar_type(column.type.kind);
  if (column.type.kind == type_kind::enumeration) {
    const auto declared =
        std::ranges::find(in.enumerations, column.type.name, &model::enumeration::name);
    if (declared != in.enumerations.end())
      type = enumeration_prefix + cpp_name(*declared);
  }
  for (int i = 0; i < column.type.array_dimensions; ++i) {
    type = "std::vector<" + type + ">";
  }
  return type;
}

std::string cpp_comparison(const model::data_type& type) {
  if (type.array_dimensions > 0)
    return "equality";
  switch (type.kind) {
  case type_kind::numeric:
    return "number";
  case type_kind::character:
    return "padded";
  case type_kind::json:
    return "json";
  // Their order on SQLite, which keeps them as text, is not PostgreSQL's.
  case type_kind::jsonb:
  case type_kind::interval:
  case type_kind::inet:
  case type_kind::cidr:
  case type_kind::macaddr:
  case type_kind::time_of_day_tz:
  case type_kind::tsvector:
  case type_kind::enumeration:
  case type_kind::named:
    return "equality";
  case type_kind::smallint:
  case type_kind::integer:
  case type_kind::bigint:
  case type_kind::real:
  case type_kind::double_precision:
  case type_kind::boolean:
  case type_kind::text:
  case type_kind::varchar:
  case type_kind::bytea:
  case type_kind::date:
  case type_kind::time_of_day:
  case type_kind::timestamp:
  case type_kind::timestamptz:
  case type_kind::uuid:
    return "";
  }
  return "";
}

bool is_passed_by_value(const std::string& type) {
  constexpr std::array<std::string_view, 6> plain{
      "std::int16_t", "std::int32_t", "std::int64_t", "float", "double", "bool"};
  return std::ranges::find(plain, type) != plain.end();
}

} // namespace strata::codegen
