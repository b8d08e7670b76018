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
  if (removes_column(each) && !find_inherited_column(table.parent, elements, each.name).is_there())
    S040_without_names_a_column_that_is_not_there();
}

/// The old name is a column's; the new one is free, or its column is renamed as well.
constexpr void
check_column_rename(const table_facts& table, element_list elements, const element& rename) {
  const text_ref from = facts_of<column_rename_facts>(rename).from;
  if (table.parent == nullptr || !has_column(*table.parent, from))
    S041_renamed_column_is_not_there();
  bool vacated = false;
  for (const element* each : elements)
    vacated = vacated || (each->kind == element_kind::column_rename &&
                          facts_of<column_rename_facts>(*each).from == rename.name);
  if (!vacated && has_column(*table.parent, rename.name))
    S042_renamed_column_takes_a_name_in_use();
}

} // namespace strata::detail
