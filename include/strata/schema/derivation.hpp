// What a derived table leaves out or calls otherwise.
#pragma once

#include <strata/schema/table_facts.hpp>

namespace strata::detail {

struct removal_declaration : removal {
  using is_table_element = void;
};

struct column_rename_declaration : column_rename {
  using is_table_element = void;
};

constexpr void check_removal(const table_facts& table, element_list elements, const element& each) {
  if (removes_column(each) && !is_there(find_inherited_column(table.parent, elements, each.name)))
    S040_without_names_a_column_that_is_not_there();
}

constexpr void check_column_rename(const table_facts& table, const element& each) {
  if (table.parent == nullptr ||
      !has_column(*table.parent, facts_of<column_rename_facts>(each).from))
    S041_renamed_column_is_not_there();
}

} // namespace strata::detail
