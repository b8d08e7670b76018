// What generated headers say about a table in SQL.
#pragma once

#include <strata/runtime/condition.hpp>
#include <strata/runtime/convert.hpp>
#include <strata/runtime/dialect_text.hpp>
#include <strata/runtime/given.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace strata {

template <typename Table, typename T, comparison By>
class column;

/// A table's or view's names and texts.
struct table_text {
  std::string_view schema; ///< Unquoted; empty: the default one.
  std::string_view name;   ///< Unquoted.
  dialect_text quoted;     ///< As FROM and INSERT INTO name it.
  dialect_text columns;    ///< What a row is read from.
  const char* schema_mark; ///< Ties the header to its migrations.
};

/// The columns of a primary key or a unique constraint of Table.
template <typename Table>
class key {
public:
  template <typename... Texts>
  explicit constexpr key(Texts... quoted)
      : columns_{std::string_view(quoted)...}, size_(sizeof...(quoted)) {}

  constexpr std::span<const std::string_view> columns() const { return {columns_.data(), size_}; }

private:
  std::array<std::string_view, 32> columns_; // PostgreSQL's own limit
  std::size_t size_;
};

/// Collects the columns that are given a value.
class row_writer {
public:
  struct assignment {
    detail::column_text column;
    value given;
  };

  explicit row_writer(dialect on) : on_(on) {}

  template <typename Table, typename T, comparison By>
  void set(const column<Table, T, By>& to, const required<T>& from) {
    add(to.text(), codec<T>::encode(from.value(), on_));
  }

  template <typename Table, typename T, comparison By>
  void set(const column<Table, T, By>& to, const detail::perhaps<T>& from) {
    if (from.is_given())
      add(to.text(), codec<T>::encode(from.value(), on_));
  }

  const std::vector<assignment>& assignments() const { return assignments_; }

private:
  /// Throws query_error when the database has no such column.
  void add(const detail::column_text& column, value given);

  dialect on_;
  std::vector<assignment> assignments_;
};

} // namespace strata
