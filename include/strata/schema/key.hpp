// What primary keys and unique constraints are made of: columns, and columns included.
#pragma once

#include <strata/schema/conflict.hpp>
#include <strata/schema/constraint.hpp>

namespace strata::detail {

struct key_facts : constraint_facts {
  bool nulls_not_distinct = false;
  bool without_overlaps = false;
  text_ref with{};
  text_ref sqlite_keys{};
  conflict on_conflict = conflict::abort;
  bool nullable = false; ///< Of a primary key: its columns may be null.
};

template <std::size_t Columns, std::size_t Included>
struct key_element : element_with_lists<key_facts> {
  column_names<Columns> columns{};
  column_names<Included> included{};

  static constexpr element_lists show(const element& each) {
    const auto& self = static_cast<const key_element&>(each);
    return {list_of(self.columns), list_of(self.included)};
  }
};

/// Of keys whose last column is a range.
template <typename Self>
struct overlap_options {
  /// Rows that are equal in the other columns have ranges that do not overlap (PostgreSQL 18).
  consteval Self without_overlaps() const {
    Self copy = static_cast<const Self&>(*this);
    give(copy.facts.without_overlaps, true);
    return copy;
  }
};

/// A key with the columns that its index holds besides.
template <std::size_t Columns, std::size_t Included>
constexpr void include(const key_element<Columns, 0>& key,
                       const column_names<Included>& included,
                       key_element<Columns, Included>& result) {
  static_cast<element_with<key_facts>&>(result) = key;
  result.lists = &key_element<Columns, Included>::show;
  result.columns = key.columns;
  result.included = included;
}

} // namespace strata::detail
