// By the names that an expression mentions: a table's, and of the table a column's.
#include "codegen/plan/connect_fills.hpp"

#include "codegen/sql/mention.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

bool speaks(const action& of, const std::string& name) {
  return std::any_of(of.texts.begin(), of.texts.end(), [&](const std::string& text) {
    return sql::mentions(text, name);
  });
}

std::string bare_table(const action& of) {
  const auto schema = of.table.rfind(joint);
  return schema == std::string::npos ? of.table : of.table.substr(schema + 1);
}

bool reads_columns_of(const action& reader, const action& other) {
  return speaks(reader, bare_table(other)) &&
         std::any_of(other.columns.begin(), other.columns.end(), [&](const std::string& column) {
           return speaks(reader, column);
         });
}

bool is_read(const action& other, const action& reader) {
  if (other.table.empty() || other.table == reader.table) {
    return false; // Those of its own table have an order already.
  }
  switch (other.id.at) {
  case stage::fill:
    // A first fill does not wait for the second ones, which come in a later phase.
    return (other.id.of == object_class::column || reader.id.of == other.id.of) &&
           reads_columns_of(reader, other) && !reads_columns_of(other, reader);
  case stage::add:
    if (other.id.of == object_class::rows) {
      return speaks(reader, bare_table(other));
    }
    return other.id.of == object_class::column && reads_columns_of(reader, other);
  case stage::rename:
    return (other.id.of == object_class::table && speaks(reader, bare_table(other))) ||
           (other.id.of == object_class::column && reads_columns_of(reader, other));
  default:
    return false;
  }
}

} // namespace

void connect_fills(std::vector<action>& actions) {
  for (action& reader : actions) {
    if (reader.id.at != stage::fill) {
      continue;
    }
    for (const action& other : actions) {
      if (is_read(other, reader)) {
        reader.after.push_back(other.id);
      }
    }
  }
}

} // namespace strata::codegen
