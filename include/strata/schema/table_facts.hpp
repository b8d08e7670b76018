// A table seen without its type, and which columns it has: through all its derivations.
#pragma once

#include <strata/schema/column_rules.hpp>

namespace strata::detail {

struct table_options {
  text_ref comment{};
  text_ref cpp_name{};
  bool unlogged = false;
  bool strict = false;
  bool without_rowid = false;
  databases only{};
};

/// `parent` is the declaration that a derived table changes; it lives as long as the program.
struct table_facts : object_facts {
  table_options options{};
  const table_facts* parent = nullptr;
};

enum class removed_kind { column, constraint, index };

using removal = element_with<removed_kind>;

struct column_rename_facts {
  text_ref from{};
};

/// Its name is the new one.
using column_rename = element_with<column_rename_facts>;

/// What the parent calls a column that is called `name` after the renames of the derivation.
struct inherited_name : element_visitor {
  text_ref name;
  text_ref name_in_parent; ///< Empty: the parent's column of that name has
                           ///< another one now.

  constexpr explicit inherited_name(text_ref wanted) : name(wanted), name_in_parent(wanted) {}

  constexpr void take(element_list elements) override {
    bool moved_away = false;
    for (const element* each : elements) {
      if (each->kind != element_kind::column_rename)
        continue;
      const text_ref from = facts_of<column_rename_facts>(*each).from;
      if (each->name == name)
        name_in_parent = from;
      moved_away = moved_away || from == name;
    }
    if (moved_away && name_in_parent == name)
      name_in_parent = {};
  }
};

enum class presence { missing, removed, there };

/// What a search for a column found. Whether it found one is an enumerator, since GCC 12 cannot
/// compare the address of an element under construction with null.
struct found_column {
  presence is = presence::missing;
  const element* column = nullptr;

  constexpr bool is_there() const { return is == presence::there; }

  constexpr const column_facts& facts() const { return facts_of<column_facts>(*column); }
};

constexpr bool removes_column(const element& each) {
  return each.kind == element_kind::removal && facts_of<removed_kind>(each) == removed_kind::column;
}

constexpr found_column find_column(const table_facts& table, text_ref name);

/// What a derived table, of which these are the own elements, inherits by a name that they do not
/// mention.
constexpr found_column
find_inherited_column(const table_facts* parent, element_list own, text_ref name) {
  if (parent == nullptr)
    return {};
  inherited_name inherited(name);
  inherited.take(own);
  return inherited.name_in_parent.empty() ? found_column{}
                                          : find_column(*parent, inherited.name_in_parent);
}

/// Looks for a column among a table's own elements, then in the parent.
struct column_search : element_visitor {
  const table_facts* parent;
  text_ref name;
  found_column found{};

  constexpr column_search(const table_facts& table, text_ref wanted)
      : parent(table.parent), name(wanted) {}

  constexpr void take(element_list elements) override {
    for (const element* each : elements) {
      if (!(each->name == name))
        continue;
      if (each->kind == element_kind::column) {
        found = {presence::there, each};
        return;
      }
      if (removes_column(*each))
        found.is = presence::removed;
    }
    if (found.is == presence::missing)
      found = find_inherited_column(parent, elements, name);
  }
};

/// The column of that name, as the nearest declaration says it.
constexpr found_column find_column(const table_facts& table, text_ref name) {
  column_search search(table, name);
  table.elements(table, search);
  return search.found;
}

constexpr bool has_column(const table_facts& table, text_ref name) {
  return find_column(table, name).is_there();
}

} // namespace strata::detail
