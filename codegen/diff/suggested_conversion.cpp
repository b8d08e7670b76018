// By the catalogue of casts, where it has one; else numbers and times count seconds since 1970, and
// what is left goes by way of text.
#include "codegen/diff/suggested_conversion.hpp"

#include "codegen/check/type_words.hpp"
#include "codegen/diff/casts.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

using model::data_type;
using kind = model::type_kind;

/// As few quotes as the name allows.
std::string written(const std::string& column) {
  const bool is_plain = !column.empty() && (column.front() < '0' || column.front() > '9') &&
                        std::all_of(column.begin(), column.end(), [](char c) {
                          return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
                        });
  return is_plain ? column : sql::quote(column);
}

bool is_number(kind of) {
  switch (of) {
  case kind::smallint:
  case kind::integer:
  case kind::bigint:
  case kind::numeric:
  case kind::real:
  case kind::double_precision:
    return true;
  default:
    return false;
  }
}

bool is_day(kind of) {
  return of == kind::timestamptz || of == kind::timestamp || of == kind::date;
}

bool is_json(kind of) { return of == kind::json || of == kind::jsonb; }

bool is_called(const data_type& of, std::string_view name) {
  return of.kind == kind::named && of.name.schema.empty() && of.name.name == name;
}

/// Between moments and wall clocks.
std::optional<std::string> by_utc(const data_type& from,
                                  const data_type& to,
                                  const std::string& column,
                                  const std::string& type) {
  if (from.array_dimensions > 0) {
    return std::nullopt;
  }
  const auto is = [&](kind a, kind b) { return from.kind == a && to.kind == b; };
  // A precision of the new type is the server's to apply, by its own cast.
  if (is(kind::timestamp, kind::timestamptz) || is(kind::timestamptz, kind::timestamp)) {
    return column + " AT TIME ZONE 'UTC'";
  }
  if (is(kind::date, kind::timestamptz)) {
    return column + "::timestamp AT TIME ZONE 'UTC'";
  }
  if (is(kind::timestamptz, kind::date) || is(kind::timestamptz, kind::time_of_day)) {
    return fmt::format("({} AT TIME ZONE 'UTC')::{}", column, type);
  }
  if (is(kind::timestamptz, kind::time_of_day_tz)) {
    return column + "::timetz AT TIME ZONE 'UTC'";
  }
  if (is(kind::time_of_day, kind::time_of_day_tz)) {
    return fmt::format("({}::text || '+00')::{}", column, type);
  }
  return std::nullopt;
}

std::string by_hand(const data_type& from,
                    const data_type& to,
                    const std::string& name,
                    const std::string& type) {
  if (from.array_dimensions != to.array_dimensions) {
    return to.array_dimensions > 0 ? fmt::format("ARRAY[{}]::{}", name, type)
                                   : fmt::format("({})[1]::{}", name, type);
  }
  if (from.array_dimensions > 0) {
    return fmt::format("{}::text[]::{}", name, type);
  }
  if (is_number(from.kind) && is_day(to.kind)) {
    const std::string moment = "to_timestamp(" + name + ")";
    return to.kind == kind::timestamptz ? moment
                                        : fmt::format("({} AT TIME ZONE 'UTC')::{}", moment, type);
  }
  if (is_day(from.kind) && is_number(to.kind)) {
    return fmt::format("extract(epoch from {})::{}", name, type);
  }
  if (is_number(from.kind) && to.kind == kind::boolean) {
    return name + " <> 0";
  }
  if (from.kind == kind::boolean && is_number(to.kind)) {
    return fmt::format("{}::integer::{}", name, type);
  }
  if (is_called(from, "money") || is_called(to, "money")) {
    return fmt::format("{}::numeric::{}", name, type);
  }
  if (is_number(from.kind) && is_called(to, "bit")) {
    return fmt::format("{}::integer::{}", name, type);
  }
  if (is_json(from.kind) && !model::is_text(to.kind)) {
    return fmt::format("({} #>> '{{}}')::{}", name, type);
  }
  if (from.kind == kind::bytea && model::is_text(to.kind)) {
    return fmt::format("convert_from({}, 'UTF8')", name);
  }
  if (model::is_text(from.kind) && to.kind == kind::bytea) {
    return fmt::format("convert_to({}, 'UTF8')", name);
  }
  return fmt::format("{}::text::{}", name, type);
}

} // namespace

std::optional<std::string> expression_of_cast(const data_type& from,
                                              const data_type& to,
                                              const std::string& column,
                                              const std::string& type) {
  const cast_facts known = cast_facts_of(from, to);
  if (known.way == cast_way::none) {
    return std::nullopt;
  }
  if (known.setting == cast_setting::time_zone) {
    if (auto expression = by_utc(from, to, column, type)) {
      return expression;
    }
  }
  if (known.way == cast_way::assignment) {
    return "";
  }
  if (is_json(to.kind) && to.array_dimensions == 0 &&
      (from.array_dimensions > 0 || !model::is_text(from.kind))) {
    return fmt::format("to_{}({})", to.kind == kind::json ? "json" : "jsonb", column);
  }
  // NaN and infinity are strings in JSON, which the server's own cast does not read.
  const bool has_nan =
      to.kind == kind::real || to.kind == kind::double_precision || to.kind == kind::numeric;
  if (from.kind == kind::jsonb && has_nan && to.array_dimensions == 0) {
    return fmt::format("({} #>> '{{}}')::{}", column, type);
  }
  if (from.kind == kind::enumeration && to.kind == kind::enumeration) {
    return fmt::format("{}::text{}::{}", column, to.array_dimensions > 0 ? "[]" : "", type);
  }
  return fmt::format("{}::{}", column, type);
}

std::string
suggested_conversion(const data_type& from, const data_type& to, const std::string& column) {
  const std::string name = written(column);
  const std::string type = sql_spelling(to);
  const auto known = expression_of_cast(from, to, name, type);
  if (known && !known->empty()) {
    return *known;
  }
  return known ? fmt::format("{}::{}", name, type) : by_hand(from, to, name, type);
}

} // namespace strata::codegen
