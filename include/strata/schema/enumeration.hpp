// Enumerations.
#pragma once

#include <strata/schema/constraint.hpp>
#include <strata/schema/object_options.hpp>
#include <strata/schema/type.hpp>

namespace strata::detail {

struct enumeration_facts : object_facts {
  object_options options{};
  /// The values of an enumeration of the one type it was made for.
  list<text_ref> (*values_of)(const enumeration_facts&) = nullptr;
  list<text_ref> (*cpp_names_of)(const enumeration_facts&) = nullptr;
};

/// A value as the database will bear it, which may be empty.
struct enum_value : text_ref {
  text_ref cpp_name{};

  template <std::size_t N>
  consteval enum_value(const char (&literal)[N]) : text_ref(literal) {
    if (size > 63)
      S002_name_is_longer_than_63_bytes();
    for (std::size_t i = 0; i < size; ++i)
      if (data[i] == '\0')
        S003_name_holds_a_nul_byte();
  }

  /// Its enumerator in C++, in place of one made from its letters.
  consteval enum_value as(name_text name) const {
    auto copy = *this;
    give(copy.cpp_name, name);
    return copy;
  }
};

/// Packs of `const char (&)[N]` are deduced, of enum_value are not.
consteval enum_value enum_value_of(const enum_value& value) { return value; }

template <std::size_t Values>
struct enumeration_declaration : enumeration_facts,
                                 options_of_object<enumeration_declaration<Values>> {
  std::array<text_ref, Values> values{};
  std::array<text_ref, Values> cpp_names{};

  consteval enumeration_declaration(const located_name& given,
                                    const std::array<enum_value, Values>& each) {
    for (std::size_t i = 0; i < Values; ++i) {
      values[i] = each[i];
      cpp_names[i] = each[i].cpp_name;
    }
    kind = object_kind::enumeration;
    name = given;
    where = given.where;
    values_of = &show;
    cpp_names_of = &show_cpp_names;
    for (std::size_t i = 0; i < Values; ++i)
      if (contains({values.data(), i}, values[i]))
        S050_enum_value_declared_twice();
  }

  /// As a column's type.
  consteval operator named_type() const {
    return {{type_kind::enumeration}, object_name(*this), {}, list_of(values)};
  }

private:
  static constexpr list<text_ref> show(const enumeration_facts& facts) {
    return list_of(static_cast<const enumeration_declaration&>(facts).values);
  }

  static constexpr list<text_ref> show_cpp_names(const enumeration_facts& facts) {
    return list_of(static_cast<const enumeration_declaration&>(facts).cpp_names);
  }
};

} // namespace strata::detail

namespace strata::dsl {

/// An enumeration and its values, in order.
template <typename... Values>
consteval auto enumeration(detail::located_name name, const Values&... values) {
  if (sizeof...(Values) == 0)
    detail::S051_enumeration_has_no_values();
  return detail::enumeration_declaration<sizeof...(Values)>(name,
                                                            {detail::enum_value_of(values)...});
}

/// One of an enumeration's values, for what is said of it: `value("A+").as("a_positive")`.
consteval auto value(const detail::enum_value& given) { return given; }

} // namespace strata::dsl
