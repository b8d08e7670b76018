// Enumerations.
#pragma once

#include <strata/schema/constraint.hpp>
#include <strata/schema/object_options.hpp>
#include <strata/schema/type.hpp>

namespace strata::detail {

struct enumeration_facts : object_facts {
  object_options options;
  element_facts listed{element_kind::values, {}};
};

template <std::size_t Values>
struct enumeration_declaration : enumeration_facts,
                                 options_of_object<enumeration_declaration<Values>> {
  std::array<text_ref, Values> values;

  consteval enumeration_declaration(const located_name& given,
                                    const std::array<text_ref, Values>& each)
      : values(each) {
    kind = object_kind::enumeration;
    name = given;
    where = given.where;
    elements = &show;
    for (std::size_t i = 0; i < Values; ++i)
      if (contains({values.data(), i}, values[i]))
        S050_enum_value_declared_twice();
  }

  /// As a column's type.
  consteval operator column_type() const {
    column_type type{type_kind::enumeration};
    type.name = object_name(*this);
    type.values = list_of(values);
    return type;
  }

private:
  static constexpr void show(const object_facts& object, element_visitor& visitor) {
    const auto& self = static_cast<const enumeration_declaration&>(object);
    const element_view view{&self.listed, list_of(self.values)};
    visitor.take({&view, 1});
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
