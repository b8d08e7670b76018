// Text written in a schema: a pointer and a length, so that a body of any size costs nothing to the
// compiler. Only names are ever looked into.
#pragma once

#include <strata/schema/fault.hpp>

#include <cstddef>
#include <source_location>
#include <type_traits>

namespace strata::detail {

struct text_ref {
  const char* data = nullptr;
  std::size_t size = 0;

  constexpr text_ref() = default;

  template <std::size_t N>
  consteval text_ref(const char (&literal)[N]) : data(literal), size(N - 1) {}

  constexpr bool empty() const { return size == 0; }

  friend constexpr bool operator==(text_ref a, text_ref b) {
    return a.size == b.size && (a.size == 0 || __builtin_memcmp(a.data, b.data, a.size) == 0);
  }
};

/// Text that must say something: an expression, a reason, a comment.
struct some_text : text_ref {
  template <std::size_t N>
  consteval some_text(const char (&literal)[N]) : text_ref(literal) {
    if (empty())
      S004_text_is_empty();
  }
};

/// A name that SQLite alone bears, since it is longer than PostgreSQL's may be.
struct longer_name {
  text_ref text{};
};

/// The name of an object, exactly as the database will bear it.
struct name_text : text_ref {
  consteval name_text(const longer_name& name) : text_ref(name.text) {}

  template <std::size_t N>
  consteval name_text(const char (&literal)[N]) : text_ref(literal) {
    if (empty())
      S001_name_is_empty();
    if (size > 63)
      S002_name_is_longer_than_63_bytes();
    for (std::size_t i = 0; i < size; ++i)
      if (data[i] == '\0')
        S003_name_holds_a_nul_byte();
  }
};

/// A name, and the place where it is written: the place of what it names.
struct located_name : name_text {
  std::source_location where;

  template <std::size_t N>
  consteval located_name(const char (&literal)[N],
                         std::source_location place = std::source_location::current())
      : name_text(literal), where(place) {}

  consteval located_name(const longer_name& name,
                         std::source_location place = std::source_location::current())
      : name_text(name), where(place) {}
};

/// A run of values that lie elsewhere.
template <typename T>
struct list {
  const T* first = nullptr;
  std::size_t size = 0;

  constexpr const T* begin() const { return first; }

  constexpr const T* end() const { return first + size; }

  constexpr const T& operator[](std::size_t i) const { return first[i]; }
};

/// A cheap first guess at whether two names are equal.
constexpr std::size_t hash_of(const text_ref& name) {
  return name.size == 0
             ? 0
             : name.size * 7 + static_cast<unsigned char>(name.data[0]) +
                   static_cast<unsigned char>(name.data[name.size - 1]) * std::size_t{3} +
                   static_cast<unsigned char>(name.data[name.size / 2]) * std::size_t{11};
}

constexpr bool contains(list<text_ref> names, text_ref name) {
  for (const text_ref& each : names)
    if (each == name)
      return true;
  return false;
}

/// Sets a text that may be given once.
constexpr void give(text_ref& option, text_ref value) {
  if (!option.empty())
    S005_option_given_twice();
  option = value;
}

/// Sets an option that may be given once and is not `unset` once it is.
template <typename Option>
constexpr void give(Option& option, Option value, std::type_identity_t<Option> unset = Option{}) {
  if (option != unset)
    S005_option_given_twice();
  option = value;
}

} // namespace strata::detail

namespace strata::dsl {

/// A name of more than 63 bytes, which SQLite alone can bear.
template <std::size_t N>
consteval detail::longer_name sqlite_name(const char (&literal)[N]) {
  const detail::text_ref text(literal);
  if (text.empty())
    detail::S001_name_is_empty();
  for (std::size_t i = 0; i < text.size; ++i)
    if (text.data[i] == '\0')
      detail::S003_name_holds_a_nul_byte();
  return {text};
}

} // namespace strata::dsl
