// Reads a row's values one after the other.
#pragma once

#include <strata/runtime/codec.hpp>
#include <strata/runtime/error.hpp>
#include <strata/runtime/session.hpp>

#include <cstddef>
#include <tuple>

namespace strata {

class row_reader {
public:
  row_reader(const result_set& from, std::size_t row, dialect on)
      : from_(from), values_(from.rows[row]), on_(on) {}

  /// The next value. Throws conversion_error, with the column's name, when it is no T.
  template <typename T>
  T next() {
    const value& read = take(requires(T t) { t.has_value(); });
    try {
      return codec<T>::decode(read, on_);
    } catch (const conversion_error& failed) {
      throw_with_column(failed);
    }
  }

private:
  /// Refuses null where it cannot be, and reading on behind the end.
  const value& take(bool may_be_null);
  [[noreturn]] void throw_with_column(const conversion_error& failed) const;

  const result_set& from_;
  const std::vector<value>& values_;
  dialect on_;
  std::size_t at_ = 0;
};

namespace detail {

template <typename... Ts>
std::tuple<Ts...> read_tuple(row_reader& from) {
  return std::tuple<Ts...>{from.next<Ts>()...}; // braces: from left to right
}

/// Throws query_error unless there is one row.
void require_one_row(const result_set& rows);

} // namespace detail

} // namespace strata
