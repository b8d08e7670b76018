// Unique constraints.
#pragma once

#include <strata/schema/key.hpp>

namespace strata::detail {

template <std::size_t Columns, std::size_t Included = 0>
struct unique_declaration : key_element<Columns, Included>,
                            constraint_options<unique_declaration<Columns, Included>>,
                            database_options<unique_declaration<Columns, Included>>,
                            deferral_options<unique_declaration<Columns, Included>>,
                            found_options<unique_declaration<Columns, Included>>,
                            overlap_options<unique_declaration<Columns, Included>>,
                            sqlite_key_options<unique_declaration<Columns, Included>>,
                            storage_options<unique_declaration<Columns, Included>> {
  using is_table_element = void;

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
    unique_declaration<Columns, sizeof...(Names)> result;
    detail::include<Columns, sizeof...(Names)>(*this, {name_of(names)...}, result);
    return result;
  }
};

} // namespace strata::detail

namespace strata::dsl {

template <typename... Names>
consteval auto unique(const detail::located_name& first, const Names&... more) {
  detail::unique_declaration<1 + sizeof...(Names)> result;
  result.kind = detail::element_kind::unique;
  result.place = first.where;
  result.lists = &result.show;
  result.columns = detail::names_of(first, more...);
  return result;
}

} // namespace strata::dsl
