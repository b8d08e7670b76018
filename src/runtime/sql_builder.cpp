// Statements from constant texts and bound values.
#include "src/runtime/sql_builder.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

namespace strata {

std::string_view name_of(dialect which) {
  return which == dialect::postgresql ? "PostgreSQL" : "SQLite";
}

void sql_builder::bind(value given) {
  values_.push_back(std::move(given));
  text_ += fmt::format("${}", values_.size());
}

void sql_builder::add_name(const detail::column_text& column) {
  const auto text = column.quoted.on(on_);
  if (text.empty()) {
    throw query_error(fmt::format("the column {} does not exist on {}", column.name, name_of(on_)),
                      {.code = "R065"});
  }
  text_ += text;
}

void sql_builder::add_compared(const detail::column_text& column) {
  if (column.by == comparison::number && on_ == dialect::sqlite) {
    // The text's order is not the numbers', and what a view computes is no text. Our driver gives
    // its connections this collation.
    text_ += "CAST(";
    add_name(column);
    text_ += " AS TEXT) COLLATE strata_numeric";
    return;
  }
  add_name(column);
  if (column.by == comparison::json && on_ == dialect::postgresql)
    text_ += "::text";
}

void sql_builder::add_read(const detail::column_text& column) {
  if (column.quoted.on(on_).empty()) {
    text_ += "NULL";
    return;
  }
  add_name(column);
  if (column.by == comparison::padded && on_ == dialect::postgresql)
    text_ += "::text";
}

void sql_builder::add_where(const detail::condition_ptr& where) {
  if (!where)
    return;
  text_ += " WHERE ";
  where->print(*this);
}

} // namespace strata
