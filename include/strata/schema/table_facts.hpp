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

struct removal_facts : element_facts {
  enum class kind { column, constraint, index };
  kind of = kind::column;
  text_ref name{};
};

struct column_rename_facts : element_facts {
  text_ref from{};
  text_ref to{};
};

/// What the parent calls a column that is called `name` after the renames of the derivation.
struct inherited_name : element_visitor {
  text_ref name{};
  text_ref name_in_parent{}; ///< Empty: the parent's column of that name has another one now.

  constexpr explicit inherited_name(text_ref wanted) : name(wanted), name_in_parent(wanted) {}

  constexpr void take(list<element_view> elements) override {
    bool moved_away = false;
    for (const element_view& each : elements) {
      if (!each.is(element_kind::column_rename))
        continue;
      const auto& rename = each.as<column_rename_facts>();
      if (rename.to == name)
        name_in_parent = rename.from;
      moved_away = moved_away || rename.from == name;
    }
    if (moved_away && name_in_parent == name)
      name_in_parent = {};
  }
};

/// Looks for a column among a table's own elements.
struct column_search : element_visitor {
  text_ref name{};
  const column_facts* found = nullptr;
  bool removed = false;

  constexpr explicit column_search(text_ref wanted) : name(wanted) {}

  constexpr void take(list<element_view> elements) override {
    for (const element_view& each : elements) {
      if (each.is(element_kind::column) && each.as<column_facts>().name == name)
        found = &each.as<column_facts>();
      removed = removed || (each.is(element_kind::removal) &&
                            each.as<removal_facts>().of == removal_facts::kind::column &&
                            each.as<removal_facts>().name == name);
    }
  }
};

/// The column of that name, as the nearest declaration says it; null: there is none.
constexpr const column_facts* find_column(const table_facts& table, text_ref name) {
  const table_facts* place = &table;
  while (place != nullptr) {
    column_search search(name);
    place->elements(*place, search);
    if (search.found != nullptr)
      return search.found;
    if (search.removed || place->parent == nullptr)
      return nullptr;
    inherited_name inherited(name);
    place->elements(*place, inherited);
    name = inherited.name_in_parent;
    if (name.empty())
      return nullptr;
    place = place->parent;
  }
  return nullptr;
}

constexpr bool has_column(const table_facts& table, text_ref name) {
  return find_column(table, name) != nullptr;
}

} // namespace strata::detail
