// The rules that one table's declaration can break.
//
// Every call costs the compiler some microseconds, and these run for each table of each version:
// hence the long functions with plain loops.
#pragma once

#include <strata/schema/check.hpp>
#include <strata/schema/derivation.hpp>
#include <strata/schema/exclusion.hpp>
#include <strata/schema/foreign_key.hpp>
#include <strata/schema/index.hpp>
#include <strata/schema/primary_key.hpp>
#include <strata/schema/rows.hpp>
#include <strata/schema/table_property.hpp>
#include <strata/schema/unique.hpp>

namespace strata::detail {

/// Kinds whose names must differ among themselves.
enum class name_space { none, columns, constraints, indexes };

constexpr name_space name_space_of(element_kind kind) {
  switch (kind) {
  case element_kind::column:
    return name_space::columns;
  case element_kind::primary_key:
  case element_kind::unique:
  case element_kind::check:
  case element_kind::foreign_key:
  case element_kind::exclusion:
    return name_space::constraints;
  case element_kind::index:
    return name_space::indexes;
  default:
    return name_space::none;
  }
}

constexpr void refuse_rival(name_space kind) {
  if (kind == name_space::columns)
    S010_column_declared_twice();
  if (kind == name_space::constraints)
    S020_constraint_declared_twice();
  if (kind == name_space::indexes)
    S021_index_declared_twice();
}

/// No two elements of one kind have the same name; default names are compared when a schema is
/// composed. Elements with the same first guess at a hash form a chain.
template <std::size_t N>
constexpr void check_rivals(const element* const (&elements)[N]) {
  constexpr std::size_t chains = 64;
  std::size_t last[chains] = {}; // The last element of each chain, plus one.
  std::size_t before[N] = {};    // The one before it, plus one.
  for (std::size_t i = 0; i < N; ++i) {
    const text_ref& name = elements[i]->name;
    if (name.size == 0)
      continue;
    const std::size_t hash = hash_of(name) % chains;
    for (std::size_t k = last[hash]; k != 0; k = before[k - 1]) {
      const element& other = *elements[k - 1];
      if (other.name.size == name.size &&
          __builtin_memcmp(other.name.data, name.data, name.size) == 0 &&
          name_space_of(other.kind) == name_space_of(elements[i]->kind))
        refuse_rival(name_space_of(other.kind));
    }
    before[i] = last[hash];
    last[hash] = i + 1;
  }
}

/// The column of that name: among these elements, or in what the table is derived from.
constexpr found_column
column_among(const table_facts& table, element_list elements, const text_ref& name) {
  bool removed = false;
  for (std::size_t i = 0; i < elements.size; ++i) {
    const element& each = *elements.first[i];
    if (each.name.size != name.size || __builtin_memcmp(each.name.data, name.data, name.size) != 0)
      continue;
    if (each.kind == element_kind::column)
      return {presence::there, &each};
    removed = removed || removes_column(each);
  }
  return removed ? found_column{presence::removed}
                 : find_inherited_column(table.parent, elements, name);
}

/// Is shown all declarations of a table, the last one first.
struct descent_search : element_visitor {
  bool found = false;

  constexpr void take(element_list elements) override {
    found = found || has_columns_of_another(elements);
  }
};

/// A partition's and an heir's keys may name columns that only the generator can look up.
constexpr void refuse_unknown_column(const table_facts& table, element_list elements) {
  descent_search search;
  search.take(elements);
  for (const table_facts* each = table.parent; each != nullptr; each = each->parent)
    each->elements(*each, search);
  if (!search.found)
    S023_key_names_an_unknown_column();
}

constexpr void check_names(const table_facts& table,
                           element_list elements,
                           list<text_ref> names,
                           bool of_primary_key = false) {
  for (std::size_t i = 0; i < names.size; ++i) {
    const found_column column = column_among(table, elements, names[i]);
    if (!column.is_there())
      refuse_unknown_column(table, elements);
    else if (of_primary_key && column.facts().nullable)
      S025_primary_key_column_is_nullable();
    for (std::size_t k = 0; k < i; ++k)
      if (names[k] == names[i])
        S024_key_names_a_column_twice();
  }
}

constexpr void check_key(const table_facts& table, element_list elements, const element& key) {
  const element_lists lists = lists_of<key_facts>(key);
  const bool never_null =
      key.kind == element_kind::primary_key && !facts_of<key_facts>(key).nullable;
  check_names(table, elements, lists.names, never_null);
  check_names(table, elements, lists.others);
}

constexpr void
check_foreign_key(const table_facts& table, element_list elements, const element& key) {
  check_names(table, elements, lists_of<foreign_key_facts>(key).names);
  check_names(table, elements, lists_of<foreign_key_facts>(key).set);
  if (facts_of<foreign_key_facts>(key).target.name.empty())
    S026_foreign_key_references_nothing();
}

constexpr void check_index(const table_facts& table, element_list elements, const element& index) {
  const element_lists lists = lists_of<index_facts>(index);
  for (const index_key& key : lists.keys)
    if (key.column.size != 0 && !column_among(table, elements, key.column).is_there())
      refuse_unknown_column(table, elements);
  check_names(table, elements, lists.others);
}

constexpr bool row_value_fits(const literal_value& value, const element& column) {
  const column_facts& facts = facts_of<column_facts>(column);
  if (value.of == value_kind::null)
    return facts.nullable;
  list<text_ref> allowed;
  if (facts.detailed)
    allowed = static_cast<const detailed_column&>(column).details.named.values;
  return fits(value, facts.type, allowed);
}

constexpr void check_rows(const table_facts& table, element_list elements, const element& rows) {
  const element_lists lists = lists_of<rows_facts>(rows);
  for (std::size_t i = 0; i < lists.names.size; ++i) {
    const found_column column = column_among(table, elements, lists.names[i]);
    if (!column.is_there())
      S031_rows_name_an_unknown_column();
    for (std::size_t k = 0; k < i; ++k)
      if (lists.names[k] == lists.names[i])
        S034_rows_name_a_column_twice();
    for (std::size_t value = i; value < lists.values.size; value += lists.names.size)
      if (!row_value_fits(lists.values[value], *column.column))
        S033_row_value_does_not_fit_the_column();
  }
}

constexpr void
check_exclusion(const table_facts& table, element_list elements, const element& exclusion) {
  for (const exclusion_element& part : lists_of<exclusion_facts>(exclusion).excluded)
    if (part.column.size != 0 && !column_among(table, elements, part.column).is_there())
      refuse_unknown_column(table, elements);
}

/// All rules of a table, on the elements it declares itself.
template <std::size_t N>
constexpr void check_table(const table_facts& table, const element* const (&all)[N]) {
  check_rivals(all);
  const element_list elements{all, N};
  bool has_primary_key = false;
  bool has_rows = false;
  for (std::size_t i = 0; i < N; ++i) {
    const element& each = *all[i];
    switch (each.kind) {
    case element_kind::column: {
      const auto& column = facts_of<column_facts>(each);
      if (column.identity != identity_mode::none || column.default_to.of == value_kind::null)
        check_column(column);
      break;
    }
    case element_kind::primary_key:
      if (has_primary_key)
        S022_primary_key_declared_twice();
      has_primary_key = true;
      check_key(table, elements, each);
      break;
    case element_kind::unique:
      check_key(table, elements, each);
      break;
    case element_kind::foreign_key:
      check_foreign_key(table, elements, each);
      break;
    case element_kind::exclusion:
      check_exclusion(table, elements, each);
      break;
    case element_kind::index:
      check_index(table, elements, each);
      break;
    case element_kind::rows:
      if (has_rows)
        S032_rows_declared_twice();
      has_rows = true;
      check_rows(table, elements, each);
      break;
    case element_kind::property:
      check_property(elements, each);
      break;
    case element_kind::removal:
      check_removal(table, elements, each);
      break;
    case element_kind::column_rename:
      check_column_rename(table, elements, each);
      break;
    default:
      break;
    }
  }
}

} // namespace strata::detail
