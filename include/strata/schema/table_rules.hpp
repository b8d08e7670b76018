// The rules that one table's declaration can break.
#pragma once

#include <strata/schema/check.hpp>
#include <strata/schema/derivation.hpp>
#include <strata/schema/foreign_key.hpp>
#include <strata/schema/index.hpp>
#include <strata/schema/primary_key.hpp>
#include <strata/schema/table_facts.hpp>
#include <strata/schema/unique.hpp>

namespace strata::detail {

constexpr bool is_constraint(const element_view& element) {
  switch (element.facts->kind) {
  case element_kind::primary_key:
  case element_kind::unique:
  case element_kind::check:
  case element_kind::foreign_key:
  case element_kind::exclusion:
    return true;
  default:
    return false;
  }
}

/// Given names of constraints, and of indexes, are each other's rivals; default names are compared
/// when a schema is composed.
constexpr void check_rivals(const element_view& a, const element_view& b) {
  if (a.is(element_kind::column) && b.is(element_kind::column)) {
    if (a.as<column_facts>().name == b.as<column_facts>().name)
      S010_column_declared_twice();
    return;
  }
  if (a.is(element_kind::primary_key) && b.is(element_kind::primary_key))
    S022_primary_key_declared_twice();
  if (a.is(element_kind::rows) && b.is(element_kind::rows))
    S032_rows_declared_twice();
  const bool constraints = is_constraint(a) && is_constraint(b);
  const bool indexes = a.is(element_kind::index) && b.is(element_kind::index);
  if (!constraints && !indexes)
    return;
  const text_ref name = a.as<constraint_facts>().name;
  if (name.empty() || !(name == b.as<constraint_facts>().name))
    return;
  if (indexes)
    S021_index_declared_twice();
  S020_constraint_declared_twice();
}

constexpr void check_names(const table_facts& table, list<text_ref> names) {
  for (std::size_t i = 0; i < names.size; ++i) {
    if (!has_column(table, names[i]))
      S023_key_names_an_unknown_column();
    if (contains({names.first, i}, names[i]))
      S024_key_names_a_column_twice();
  }
}

constexpr void check_primary_key(const table_facts& table, const element_view& key) {
  for (const text_ref& name : key.names)
    if (find_column(table, name)->nullable)
      S025_primary_key_column_is_nullable();
}

constexpr void check_element(const table_facts& table, const element_view& element) {
  switch (element.facts->kind) {
  case element_kind::column:
    check_column(element.as<column_facts>());
    break;
  case element_kind::primary_key:
    check_names(table, element.names);
    check_names(table, element.others);
    check_primary_key(table, element);
    break;
  case element_kind::unique:
    check_names(table, element.names);
    check_names(table, element.others);
    break;
  case element_kind::foreign_key:
    check_names(table, element.names);
    if (element.as<foreign_key_facts>().target.name.empty())
      S026_foreign_key_references_nothing();
    break;
  case element_kind::index:
    for (const index_key& key : element.keys)
      if (!key.column.empty() && !has_column(table, key.column))
        S023_key_names_an_unknown_column();
    check_names(table, element.others);
    break;
  case element_kind::removal:
    check_removal(table, element.as<removal_facts>());
    break;
  case element_kind::column_rename:
    check_column_rename(table, element.as<column_rename_facts>());
    break;
  default:
    break;
  }
}

/// All rules of a table, on the elements it declares itself.
struct table_check : element_visitor {
  const table_facts& table;

  constexpr explicit table_check(const table_facts& checked) : table(checked) {}

  constexpr void take(list<element_view> elements) override {
    for (std::size_t i = 0; i < elements.size; ++i)
      for (std::size_t k = 0; k < i; ++k)
        check_rivals(elements[k], elements[i]);
    for (const element_view& each : elements)
      check_element(table, each);
  }
};

} // namespace strata::detail
