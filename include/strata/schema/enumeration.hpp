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
};

template <std::size_t Values>
struct enumeration_declaration : enumeration_facts,
                                 options_of_object<enumeration_declaration<Values>> {
  std::array<text_ref, Values> values{};

  consteval enumeration_declaration(const located_name& given,
                                    const std::array<text_ref, Values>& each)
      : values(each) {
    kind = object_kind::enumeration;
    name = given;
    where = given.where;
    values_of = &show;
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
};

} // namespace strata::detail

namespace strata::dsl {

/// An enumeration and its values, in order.
template <typename... Values>
consteval auto enumeration(detail::located_name name, const Values&... values) {
  if (sizeof...(Values) == 0)
    detail::S051_enumeration_has_no_values();
  return detail::enumeration_declaration<sizeof...(Values)>(name, {detail::name_of(values)...});
}

} // namespace strata::dsl
