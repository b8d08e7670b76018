// Primary keys.
#pragma once

#include <strata/schema/constraint.hpp>

namespace strata::detail {

template <std::size_t Columns, std::size_t Included = 0>
struct primary_key_declaration : constraint_options<primary_key_declaration<Columns, Included>>,
                                 deferral_options<primary_key_declaration<Columns, Included>> {
  using is_table_element = void;
  constraint_facts facts;
  column_names<Columns> columns;
  column_names<Included> included;

  constexpr primary_key_declaration(const constraint_facts& given,
                                    const column_names<Columns>& keys,
                                    const column_names<Included>& payload)
      : facts(given), columns(keys), included(payload) {}

  /// Columns that the key's index holds besides (PostgreSQL).
  template <typename... Names>
  consteval auto include(const Names&... names) const {
    if (Included > 0)
      S005_option_given_twice();
    return primary_key_declaration<Columns, sizeof...(Names)>(facts, columns, {name_of(names)...});
  }
};

template <std::size_t Columns, std::size_t Included>
constexpr element_view view_of(const primary_key_declaration<Columns, Included>& key) {
  return {&key.facts, list_of(key.columns), list_of(key.included)};
}

} // namespace strata::detail

namespace strata::dsl {

template <typename... Names>
consteval auto primary_key(detail::located_name first, const Names&... more) {
  return detail::primary_key_declaration<1 + sizeof...(Names)>(
      {{detail::element_kind::primary_key, first.where}}, detail::names_of(first, more...), {});
}

} // namespace strata::dsl
