// SQL of the application's own: `strata::query<std::tuple<std::string, std::int64_t>>(db, "…", 5)`.
#pragma once

#include <strata/runtime/array.hpp>
#include <strata/runtime/enumeration.hpp>
#include <strata/runtime/fields.hpp>
#include <strata/runtime/queryable.hpp>
#include <strata/runtime/row_reader.hpp>

#include <array>
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace strata {
namespace detail {

/// Throws conversion_error for a null pointer, which is no text: null is std::nullopt.
void require_text(const char* text);

/// Texts and plain numbers are bound as the types that stand for text and bigint.
template <typename T>
value encode_parameter(const T& from, dialect on) {
  if constexpr (std::convertible_to<const T&, std::string_view>) {
    if constexpr (std::convertible_to<const T&, const char*>)
      require_text(from);
    return codec<std::string>::encode(std::string(std::string_view(from)), on);
  } else {
    return codec<T>::encode(from, on);
  }
}

template <typename T>
struct row_of {
  static T read(row_reader& from) {
    if constexpr (std::is_aggregate_v<T> && !requires { codec<T>::decode; }) {
      return read_fields<T>(from);
    } else {
      return from.template next<T>();
    }
  }
};

template <typename... Ts>
struct row_of<std::tuple<Ts...>> {
  static std::tuple<Ts...> read(row_reader& from) { return read_tuple<Ts...>(from); }
};

/// Throws query_error when rows have another number of columns than were read.
void require_columns(const result_set& rows, std::size_t wanted);

template <typename T>
constexpr std::size_t column_count() {
  if constexpr (
      requires { std::tuple_size<T>::value; } && !requires { codec<T>::decode; }) {
    return std::tuple_size_v<T>;
  } else if constexpr (std::is_aggregate_v<T> && !requires { codec<T>::decode; }) {
    return field_count<T>();
  } else {
    return 1;
  }
}

} // namespace detail

/// The rows of a statement; T is a std::tuple, a struct of up to 16 members in the order of the
/// columns, or one value's type. `$1`, `$2` … stand for the parameters on every database.
template <typename T, typename... Parameters>
std::vector<T> query(queryable& db, std::string_view statement, const Parameters&... parameters) {
  const std::array<value, sizeof...(parameters)> values{
      detail::encode_parameter(parameters, db.dialect())...};
  const result_set found = db.run(statement, values);
  detail::require_columns(found, detail::column_count<T>());
  std::vector<T> rows;
  rows.reserve(found.rows.size());
  for (std::size_t i = 0; i < found.rows.size(); ++i) {
    row_reader from(found, i, db.dialect());
    rows.push_back(detail::row_of<T>::read(from));
  }
  return rows;
}

/// Runs a statement that changes rows; says how many.
template <typename... Parameters>
std::int64_t execute(queryable& db, std::string_view statement, const Parameters&... parameters) {
  const std::array<value, sizeof...(parameters)> values{
      detail::encode_parameter(parameters, db.dialect())...};
  return db.run(statement, values).affected;
}

} // namespace strata
