// Composite types and range types (PostgreSQL).
#pragma once

#include <strata/schema/object_options.hpp>
#include <strata/schema/type.hpp>

#include <array>

namespace strata::detail {

struct attribute_declaration {
  text_ref name{};
  named_type type{};
  text_ref collation{};
  text_ref words{};
  std::source_location where{};

  consteval attribute_declaration collate(name_text given) const {
    auto copy = *this;
    give(copy.collation, given);
    return copy;
  }

  consteval attribute_declaration comment(some_text given) const {
    auto copy = *this;
    give(copy.words, given);
    return copy;
  }
};

struct composite_type_facts : object_facts {
  object_options options{};
  /// The attributes of a type of the one length it was made for.
  list<attribute_declaration> (*attributes_of)(const composite_type_facts&) = nullptr;
};

template <std::size_t Attributes>
struct composite_type_declaration : composite_type_facts,
                                    options_of_object<composite_type_declaration<Attributes>> {
  std::array<attribute_declaration, Attributes> attributes{};

  /// As a column's type.
  consteval operator named_type() const { return {{type_kind::named}, object_name(*this)}; }

  static constexpr list<attribute_declaration> show(const composite_type_facts& facts) {
    const auto& self = static_cast<const composite_type_declaration&>(facts);
    return {self.attributes.data(), Attributes};
  }
};

struct range_type_facts : object_facts {
  object_options options{};
  named_type subtype{};
  text_ref parameters{};
};

struct range_type_declaration : range_type_facts, options_of_object<range_type_declaration> {
  /// As written: `with_options("SUBTYPE_DIFF = float8mi")`.
  consteval range_type_declaration with_options(some_text given) const {
    auto copy = *this;
    give(copy.parameters, given);
    return copy;
  }

  /// As a column's type.
  consteval operator named_type() const { return {{type_kind::named}, object_name(*this)}; }
};

consteval auto range_of(const located_name& name, const named_type& subtype) {
  range_type_declaration result;
  result.kind = object_kind::range_type;
  result.name = name;
  result.where = name.where;
  result.subtype = subtype;
  return result;
}

} // namespace strata::detail

namespace strata::dsl {

consteval detail::attribute_declaration attribute(const detail::located_name& name,
                                                  const detail::column_type& type) {
  return {name, {type}, {}, {}, name.where};
}

consteval detail::attribute_declaration attribute(const detail::located_name& name,
                                                  const detail::named_type& type) {
  return {name, type, {}, {}, name.where};
}

/// `composite_type("address", attribute("street", text), attribute("zip", varchar(10)))`.
template <std::same_as<detail::attribute_declaration>... Attributes>
consteval auto composite_type(const detail::located_name& name, const Attributes&... attributes) {
  detail::composite_type_declaration<sizeof...(Attributes)> result;
  result.kind = detail::object_kind::composite_type;
  result.name = name;
  result.where = name.where;
  result.attributes_of = &result.show;
  result.attributes = {attributes...};
  for (std::size_t i = 0; i < sizeof...(Attributes); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (result.attributes[i].name == result.attributes[k].name)
        detail::S055_attribute_declared_twice();
  return result;
}

/// `range_type("duration", double_precision)`: ranges of that type's values.
consteval auto range_type(const detail::located_name& name, const detail::column_type& subtype) {
  return detail::range_of(name, {subtype});
}

consteval auto range_type(const detail::located_name& name, const detail::named_type& subtype) {
  return detail::range_of(name, subtype);
}

} // namespace strata::dsl
