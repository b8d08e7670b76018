// SQLite's rules of affinity, in their order.
#include "codegen/import/declared_sqlite_type.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>
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

bool holds(std::string_view words, std::initializer_list<std::string_view> any) {
  return std::any_of(any.begin(), any.end(), [&](std::string_view each) {
    return words.find(each) != std::string_view::npos;
  });
}

model::type_kind kind_of(const std::string& words) {
  using enum model::type_kind;
  if (holds(words, {"INT"}))
    return bigint;
  if (holds(words, {"CHAR", "CLOB", "TEXT"}))
    return text;
  if (words.empty() || holds(words, {"BLOB"}))
    return bytea;
  if (holds(words, {"REAL", "FLOA", "DOUB"}))
    return double_precision;
  if (holds(words, {"BOOL"}))
    return boolean;
  // NUMERIC affinity keeps texts that are no numbers as they are: dates, UUIDs, JSON.
  return text;
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
