// By an explicit cast where there is one; numbers and times count seconds since 1970; all else goes
// by way of text, which every type can be written as and read from.
#include "codegen/diff/suggested_conversion.hpp"

#include "codegen/check/type_words.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

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

/// Where pg_cast has an explicit cast, or the two are one type with other modifiers.
bool casts_directly(kind from, kind to) {
  const bool counts = (is_number(from) && is_number(to)) || (is_day(from) && is_day(to));
  const bool truth = (from == kind::integer && to == kind::boolean) ||
                     (from == kind::boolean && to == kind::integer);
  return model::is_text(from) || model::is_text(to) || counts || truth ||
         (from == to && from != kind::named && from != kind::enumeration);
}

} // namespace

std::string suggested_conversion(const model::data_type& from,
                                 const model::data_type& to,
                                 const std::string& column) {
  const std::string name = written(column);
  const std::string type = sql_spelling(to);
  if (from.array_dimensions == 0 && to.array_dimensions == 0) {
    if (is_number(from.kind) && is_day(to.kind)) {
      const std::string moment = "to_timestamp(" + name + ")";
      return to.kind == kind::timestamptz
                 ? moment
                 : fmt::format("({} AT TIME ZONE 'UTC')::{}", moment, type);
    }
    if (is_day(from.kind) && is_number(to.kind)) {
      return fmt::format("extract(epoch from {})::{}", name, type);
    }
    if ((from.kind == kind::timestamp && to.kind == kind::timestamptz) ||
        (from.kind == kind::timestamptz && to.kind == kind::timestamp)) {
      return name + " AT TIME ZONE 'UTC'";
    }
    if (is_number(from.kind) && to.kind == kind::boolean) {
      return name + " <> 0";
    }
    if (from.kind == kind::boolean && is_number(to.kind) && to.kind != kind::integer) {
      return fmt::format("{}::integer::{}", name, type);
    }
    if (!casts_directly(from.kind, to.kind)) {
      return fmt::format("{}::text::{}", name, type);
    }
  }
  return fmt::format("{}::{}", name, type);
}

} // namespace strata::codegen
