// SQL arrays as vectors: PostgreSQL's array text, JSON text on SQLite.
#pragma once

#include <strata/runtime/codec.hpp>

#include <type_traits>
#include <vector>

namespace strata {
namespace detail {

/// An array's elements: values, or arrays again.
struct array_item {
  value scalar;
  std::vector<array_item> items;
  bool is_array = false;
};

/// Throws conversion_error for what the database's form cannot hold.
value encode_array(const array_item& from, dialect on);

/// `dimensions` says how deep it is. Throws conversion_error for another shape.
array_item decode_array(const value& from, dialect on, int dimensions);

/// Throws conversion_error.
[[noreturn]] void throw_null_element();

template <typename T>
struct array_element {
  static constexpr int dimensions = 0;

  static array_item to_item(const T& from, dialect on) {
    return {.scalar = codec<T>::encode(from, on), .items = {}};
  }

  static T from_item(const array_item& from, dialect on) {
    if (strata::is_null(from.scalar) && !requires(T t) { t.has_value(); })
      throw_null_element();
    return codec<T>::decode(from.scalar, on);
  }
};

template <typename T>

requires(!std::is_same_v<T, std::byte>) struct array_element<std::vector<T>> {
  static constexpr int dimensions = array_element<T>::dimensions + 1;

  static array_item to_item(const std::vector<T>& from, dialect on) {
    array_item list{.scalar = {}, .items = {}, .is_array = true};
    list.items.reserve(from.size());
    for (const auto& each : from) {
      list.items.push_back(array_element<T>::to_item(each, on));
    }
    return list;
  }

  static std::vector<T> from_item(const array_item& from, dialect on) {
    std::vector<T> list;
    list.reserve(from.items.size());
    for (const array_item& each : from.items) {
      list.push_back(array_element<T>::from_item(each, on));
    }
    return list;
  }
};

} // namespace detail

/// A null element is an error, unless T is a std::optional.
template <typename T>

requires(!std::is_same_v<T, std::byte>) struct codec<std::vector<T>> {
  using element = detail::array_element<std::vector<T>>;

  static value encode(const std::vector<T>& from, dialect on) {
    return detail::encode_array(element::to_item(from, on), on);
  }

  static std::vector<T> decode(const value& from, dialect on) {
    return element::from_item(detail::decode_array(from, on, element::dimensions), on);
  }
};

} // namespace strata
