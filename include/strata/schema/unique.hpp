// Unique constraints.
#pragma once

#include <strata/schema/constraint.hpp>

namespace strata::detail {

struct unique_facts : constraint_facts {
  bool nulls_not_distinct = false;
};

template <std::size_t Columns, std::size_t Included = 0>
struct unique_declaration : constraint_options<unique_declaration<Columns, Included>>,
                            database_options<unique_declaration<Columns, Included>>,
                            deferral_options<unique_declaration<Columns, Included>> {
  using is_table_element = void;
  unique_facts facts;
  column_names<Columns> columns;
  column_names<Included> included;

  constexpr unique_declaration(const unique_facts& given,
                               const column_names<Columns>& keys,
                               const column_names<Included>& payload)
      : facts(given), columns(keys), included(payload) {}

  /// Two nulls are equal (PostgreSQL 15).
  consteval auto nulls_not_distinct() const {
    auto copy = *this;
    give(copy.facts.nulls_not_distinct, true);
    return copy;
  }

  /// Columns that the constraint's index holds besides (PostgreSQL).
  template <typename... Names>
  consteval auto include(const Names&... names) const {
    if (Included > 0)
      S005_option_given_twice();
    return unique_declaration<Columns, sizeof...(Names)>(facts, columns, {name_of(names)...});
  }
};

template <std::size_t Columns, std::size_t Included>
constexpr element_view view_of(const unique_declaration<Columns, Included>& constraint) {
  return {&constraint.facts, list_of(constraint.columns), list_of(constraint.included)};
}

} // namespace strata::detail

namespace strata::dsl {

template <typename... Names>
consteval auto unique(detail::located_name first, const Names&... more) {
  return detail::unique_declaration<1 + sizeof...(Names)>(
      {{{detail::element_kind::unique, first.where}}}, detail::names_of(first, more...), {});
}

} // namespace strata::dsl
