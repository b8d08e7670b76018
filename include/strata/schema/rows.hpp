// Reference rows: rows that belong to the schema, known by their primary key.
#pragma once

#include <strata/schema/constraint.hpp>

namespace strata::detail {

struct rows_facts {};

template <std::size_t Columns>
struct columns_of_rows {
  column_names<Columns> names{};
  std::source_location where{};
};

template <std::size_t Values>
struct row_declaration {
  std::array<literal_value, Values> values{};
  std::source_location where{};
};

/// A row's first value, and the place where it is written.
struct located_value : literal_value {
  std::source_location where{};

  template <typename Literal>
  requires std::constructible_from<literal_value, const Literal&>

  consteval located_value(const Literal& value,
                          std::source_location place = std::source_location::current())
      : literal_value(value), where(place) {}
};

template <std::size_t Columns, std::size_t Rows>
struct rows_declaration : element_with_lists<rows_facts> {
  using is_table_element = void;
  column_names<Columns> columns{};
  std::array<literal_value, Columns * Rows> values{};
  std::array<std::source_location, Rows> places{};

  template <std::size_t Values>
  constexpr void put(std::size_t row, const row_declaration<Values>& given) {
    if (Values != Columns)
      S030_row_has_another_number_of_values_than_columns();
    for (std::size_t i = 0; i < Columns; ++i)
      values[row * Columns + i] = given.values[i];
    places[row] = given.where;
  }

  static constexpr element_lists show(const element& each) {
    const auto& self = static_cast<const rows_declaration&>(each);
    element_lists lists;
    lists.names = list_of(self.columns);
    lists.values = list_of(self.values);
    lists.places = list_of(self.places);
    return lists;
  }
};

} // namespace strata::detail

namespace strata::dsl {

/// The columns that reference rows give, in order.
template <typename... Names>
consteval auto columns(const detail::located_name& first, const Names&... more) {
  return detail::columns_of_rows<1 + sizeof...(Names)>{detail::names_of(first, more...),
                                                       first.where};
}

/// One reference row: literals, `null`, `bytes("…")`.
template <typename... Values>
consteval auto row(const detail::located_value& first, const Values&... more) {
  return detail::row_declaration<1 + sizeof...(Values)>{{first, detail::literal_value(more)...},
                                                        first.where};
}

template <std::size_t Columns, typename... Rows>
consteval auto rows(const detail::columns_of_rows<Columns>& columns, const Rows&... each) {
  detail::rows_declaration<Columns, sizeof...(Rows)> result;
  result.kind = detail::element_kind::rows;
  result.place = columns.where;
  result.lists = &result.show;
  result.columns = columns.names;
  std::size_t next = 0;
  const int placed[] = {0, (result.put(next++, each), 0)...};
  static_cast<void>(placed);
  return result;
}

} // namespace strata::dsl
