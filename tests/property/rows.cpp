// Rows whose values depend on type and number only.
#include "tests/property/schema_generator.hpp"

#include "codegen/sql/quote.hpp"

#include <algorithm>

namespace strata::testing {
namespace {

using codegen::sql::quote;
using codegen::sql::quote_text;
using model::type_kind;

constexpr int row_count = 3;

const model::enumeration& enumeration_of(const model::schema& in, const model::data_type& type) {
  return *std::ranges::find(in.enumerations, type.name, &model::enumeration::name);
}

std::string array_sql(const model::data_type& type, const std::string& digit, bool is_sqlite) {
  const std::string element = type.kind == type_kind::text ? "\"e" + digit + "\"" : digit;
  return is_sqlite ? "'[" + element + "]'" : "'{" + element + "}'";
}

/// The last row leaves out what may be null.
bool is_null(const model::column& column, int row) {
  return column.nullable && row == row_count - 1;
}

} // namespace

std::string
value_sql(const model::schema& in, const model::data_type& type, int row, model::dialect on) {
  const std::string digit = std::to_string(row + 1);
  const bool is_sqlite = on == model::dialect::sqlite;
  if (type.array_dimensions > 0)
    return array_sql(type, digit, is_sqlite);
  switch (type.kind) {
  case type_kind::boolean:
    return row % 2 == 0 ? "TRUE" : "FALSE";
  case type_kind::text:
  case type_kind::varchar:
    return "'v''" + digit + "'";
  case type_kind::numeric:
    return "'" + digit + ".50'";
  case type_kind::date:
    return "'2024-01-0" + digit + "'";
  case type_kind::timestamptz:
    return "'2024-01-0" + digit + "T01:02:03.000004Z'";
  case type_kind::uuid:
    return "'00000000-0000-4000-8000-00000000000" + digit + "'";
  case type_kind::jsonb:
    return "'{\"n\": " + digit + "}'";
  case type_kind::bytea:
    return (is_sqlite ? "x'0" : "'\\x0") + digit + "'";
  case type_kind::enumeration: {
    const auto& values = enumeration_of(in, type).values;
    return quote_text(values[static_cast<std::size_t>(row) % 3]);
  }
  case type_kind::double_precision:
    return digit + ".25";
  default:
    return digit;
  }
}

std::string rows_of(const model::schema& schema, model::dialect on) {
  std::string sql;
  for (const model::table& table : schema.tables) {
    for (int row = 0; row < row_count; ++row) {
      std::string columns;
      std::string values;
      for (const model::column& column : table.columns) {
        if (column.generated || column.type.kind == type_kind::named)
          continue;
        const char* separator = columns.empty() ? "" : ", ";
        columns += separator + quote(column.name);
        values +=
            separator + (is_null(column, row) ? "NULL" : value_sql(schema, column.type, row, on));
      }
      sql += "INSERT INTO " + quote(table.name) + " (" + columns + ") VALUES (" + values + ");\n";
    }
  }
  return sql;
}

} // namespace strata::testing
