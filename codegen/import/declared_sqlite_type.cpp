// By affinity, and by the one word beyond it that says what is meant.
#include "codegen/import/declared_sqlite_type.hpp"

#include "codegen/sql/affinity.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

namespace strata::codegen {
namespace {

std::string upper(std::string_view words) {
  std::string text(words);
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
    return static_cast<char>(std::toupper(c));
  });
  return text;
}

model::type_kind kind_of(const std::string& words) {
  using enum model::type_kind;
  switch (sql::affinity_of(words)) {
  case sql::affinity::integer:
    return bigint;
  case sql::affinity::text:
    return text;
  case sql::affinity::blob:
    return bytea;
  case sql::affinity::real:
    return double_precision;
  case sql::affinity::numeric:
    break;
  }
  // It keeps texts that are no numbers as they are: dates, UUIDs, JSON.
  return words.find("BOOL") == std::string::npos ? text : boolean;
}

/// What Strata declares on SQLite for the type, where it adds no check.
std::string_view usual_words(model::type_kind kind) {
  switch (kind) {
  case model::type_kind::bigint:
    return "INTEGER";
  case model::type_kind::text:
    return "TEXT";
  case model::type_kind::bytea:
    return "BLOB";
  case model::type_kind::double_precision:
    return "REAL";
  default:
    return {};
  }
}

} // namespace

void declare_sqlite_type(model::column& column) {
  const std::string words = column.type.name.name;
  column.type = {};
  column.type.kind = kind_of(upper(words));
  if (words != usual_words(column.type.kind))
    column.sqlite_type = words.empty() ? " " : words; // A blank: no type at all.
}

} // namespace strata::codegen
