// Conditions between two columns of one table: `visits::col::began < visits::col::ended`.
#pragma once

#include <strata/runtime/column.hpp>

#include <concepts>

namespace strata {
namespace detail {

/// A text that PostgreSQL pads compares with others without its padding; a number that SQLite keeps
/// as text, with those that it keeps as numbers.
constexpr bool compare_alike(comparison a, comparison b) {
  const auto plain = [](comparison of) {
    return of == comparison::padded || of == comparison::number ? comparison::ordered : of;
  };
  return plain(a) == plain(b);
}

/// Columns whose values have one C++ type and compare by one rule; either may be nullable.
template <typename Left, typename Right>
concept ComparableColumns = std::same_as<typename Left::value_type, typename Right::value_type> &&
    compare_alike(Left::compared_by, Right::compared_by);

template <typename Left, typename Right>
concept OrderedColumns = ComparableColumns<Left, Right> && Left::is_ordered;

template <typename Table, typename Left, typename Right>
condition<Table> compared(const Left& left, std::string_view sign, const Right& right) {
  column_text one = left.text();
  column_text other = right.text();
  if (one.by == comparison::number || other.by == comparison::number) {
    one.by = other.by = comparison::number;
  }
  return condition<Table>(compare(one, sign, other));
}

} // namespace detail

template <typename Table, typename A, comparison ByA, typename B, comparison ByB>
requires detail::ComparableColumns<column<Table, A, ByA>, column<Table, B, ByB>> condition<Table>

operator==(const column<Table, A, ByA>& left, const column<Table, B, ByB>& right) {
  return detail::compared<Table>(left, "=", right);
}

template <typename Table, typename A, comparison ByA, typename B, comparison ByB>
requires detail::ComparableColumns<column<Table, A, ByA>, column<Table, B, ByB>> condition<Table>

operator!=(const column<Table, A, ByA>& left, const column<Table, B, ByB>& right) {
  return detail::compared<Table>(left, "<>", right);
}

template <typename Table, typename A, comparison ByA, typename B, comparison ByB>
requires detail::OrderedColumns<column<Table, A, ByA>, column<Table, B, ByB>> condition<Table>

operator<(const column<Table, A, ByA>& left, const column<Table, B, ByB>& right) {
  return detail::compared<Table>(left, "<", right);
}

template <typename Table, typename A, comparison ByA, typename B, comparison ByB>
requires detail::OrderedColumns<column<Table, A, ByA>, column<Table, B, ByB>> condition<Table>

operator<=(const column<Table, A, ByA>& left, const column<Table, B, ByB>& right) {
  return detail::compared<Table>(left, "<=", right);
}

template <typename Table, typename A, comparison ByA, typename B, comparison ByB>
requires detail::OrderedColumns<column<Table, A, ByA>, column<Table, B, ByB>> condition<Table>

operator>(const column<Table, A, ByA>& left, const column<Table, B, ByB>& right) {
  return detail::compared<Table>(left, ">", right);
}

template <typename Table, typename A, comparison ByA, typename B, comparison ByB>
requires detail::OrderedColumns<column<Table, A, ByA>, column<Table, B, ByB>> condition<Table>

operator>=(const column<Table, A, ByA>& left, const column<Table, B, ByB>& right) {
  return detail::compared<Table>(left, ">=", right);
}

} // namespace strata
