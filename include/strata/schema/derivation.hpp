// What a derived table leaves out or calls otherwise.
#pragma once

#include <strata/schema/table_facts.hpp>

namespace strata::detail {

struct removal_declaration {
  using is_table_element = void;
  removal_facts facts;
};

struct column_rename_declaration {
  using is_table_element = void;
  column_rename_facts facts;
};

constexpr element_view view_of(const removal_declaration& removal) { return {&removal.facts}; }

constexpr element_view view_of(const column_rename_declaration& rename) { return {&rename.facts}; }

/// What a column of the parent is called here; empty: nothing there has that name.
constexpr bool has_inherited_column(const table_facts& table, text_ref name) {
  if (table.parent == nullptr)
    return false;
  inherited_name search(name);
  table.elements(table, search);
  return !search.name_in_parent.empty() && has_column(*table.parent, search.name_in_parent);
}

constexpr void check_removal(const table_facts& table, const removal_facts& removal) {
  if (removal.of == removal_facts::kind::column && !has_inherited_column(table, removal.name))
    S040_without_names_a_column_that_is_not_there();
}

constexpr void check_column_rename(const table_facts& table, const column_rename_facts& rename) {
  if (table.parent == nullptr || !has_column(*table.parent, rename.from))
    S041_renamed_column_is_not_there();
}

} // namespace strata::detail
