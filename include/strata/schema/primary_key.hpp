// Primary keys.
#pragma once

#include <strata/schema/key.hpp>

namespace strata::detail {

template <std::size_t Columns, std::size_t Included = 0>
struct primary_key_declaration : key_element<Columns, Included>,
                                 constraint_options<primary_key_declaration<Columns, Included>>,
                                 deferral_options<primary_key_declaration<Columns, Included>>,
                                 overlap_options<primary_key_declaration<Columns, Included>>,
                                 sqlite_key_options<primary_key_declaration<Columns, Included>>,
                                 storage_options<primary_key_declaration<Columns, Included>> {
  using is_table_element = void;

  /// Its columns may be null: SQLite allows that where a key is not the rowid.
  consteval auto nullable() const {
    auto copy = *this;
    give(copy.facts.nullable, true);
    return copy;
  }

  /// Columns that the key's index holds besides (PostgreSQL).
  template <typename... Names>
  consteval auto include(const Names&... names) const {
    if (Included > 0)
      S005_option_given_twice();
    primary_key_declaration<Columns, sizeof...(Names)> result;
    detail::include<Columns, sizeof...(Names)>(*this, {name_of(names)...}, result);
    return result;
  }
};

} // namespace strata::detail

namespace strata::dsl {

template <typename... Names>
consteval auto primary_key(const detail::located_name& first, const Names&... more) {
  detail::primary_key_declaration<1 + sizeof...(Names)> result;
  result.kind = detail::element_kind::primary_key;
  result.place = first.where;
  result.lists = &result.show;
  result.columns = detail::names_of(first, more...);
  return result;
}

} // namespace strata::dsl
