// Casts that PostgreSQL does not do by itself, written out.
#include "codegen/tool/conversions.hpp"

#include "codegen/plan/conversion.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/sql/type.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

using model::type_kind;

bool is_time(type_kind kind) {
  return kind == type_kind::date || kind == type_kind::timestamp ||
         kind == type_kind::timestamptz || kind == type_kind::time_of_day ||
         kind == type_kind::time_of_day_tz;
}

bool is_json(const model::data_type& type) {
  return type.array_dimensions == 0 &&
         (type.kind == type_kind::json || type.kind == type_kind::jsonb);
}

std::string
expression(const std::string& column, const model::data_type& from, const model::data_type& to) {
  const std::string name = sql::quote(column);
  const std::string type = sql::type_words(to, model::dialect::postgresql);
  // Only its text holds any JSON value; everything else has a JSON form.
  const bool from_text = from.kind == type_kind::text || from.kind == type_kind::varchar;
  if (is_json(to) && !(from_text && from.array_dimensions == 0) && !is_json(from))
    return fmt::format("to_{}({})", to.kind == type_kind::json ? "json" : "jsonb", name);
  if (from.array_dimensions == 0 && to.array_dimensions > 0)
    return fmt::format("ARRAY[{}]::{}", name, type);
  if (is_time(from.kind) && is_time(to.kind))
    return fmt::format("{}::{}", name, type);
  // Every type can be written as text and read from it.
  return fmt::format("{}::text::{}", name, type);
}

} // namespace

void add_conversions(std::vector<operation>& operations) {
  for (operation& one : operations) {
    auto* altered = std::get_if<alter_column>(&one);
    if (altered == nullptr || altered->conversion || altered->before.type == altered->after.type ||
        conversion_on_postgresql(altered->before.type, altered->after.type) !=
            conversion_kind::unknown)
      continue;
    model::conversion how;
    how.table = altered->table;
    how.column = altered->after.name;
    how.using_sql.postgresql =
        expression(altered->after.name, altered->before.type, altered->after.type);
    altered->conversion = std::move(how);
  }
}

} // namespace strata::codegen
