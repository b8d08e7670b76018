// Conditions between two columns of one table: `visits::col::began < visits::col::ended`.
#pragma once

#include <strata/runtime/column.hpp>

#include <concepts>

namespace strata {
namespace detail {

/// A text that PostgreSQL pads compares with others without its padding.
constexpr bool compare_alike(comparison a, comparison b) {
  const auto plain = [](comparison of) {
    return of == comparison::padded ? comparison::ordered : of;
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
  return condition<Table>(compare(left.text(), sign, right.text()));
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
