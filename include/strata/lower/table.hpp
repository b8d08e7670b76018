// Tables, whole and derived, to the model.
#pragma once

#include <strata/lower/column.hpp>
#include <strata/lower/constraint.hpp>
#include <strata/schema/table_facts.hpp>

namespace strata::detail {

/// Adds what a table declares itself to `change`.
struct table_lowering final : element_visitor {
  model::table_change change;

  void take(list<element_view> elements) override {
    for (const element_view& each : elements)
      add(each);
  }

private:
  void add(const element_view& element) {
    model::table& table = change.changes;
    switch (element.facts->kind) {
    case element_kind::column:
      table.columns.push_back(lower_column(element.as<column_facts>()));
      break;
    case element_kind::primary_key:
      table.primary_key = lower_primary_key(element);
      break;
    case element_kind::unique:
      table.uniques.push_back(lower_unique(element));
      break;
    case element_kind::check:
      table.checks.push_back(lower_check(element.as<check_facts>()));
      break;
    case element_kind::foreign_key:
      table.foreign_keys.push_back(lower_foreign_key(element));
      break;
    case element_kind::index:
      table.indexes.push_back(lower_index(element));
      break;
    case element_kind::removal:
      change.removals.push_back(lower_removal(element.as<removal_facts>()));
      break;
    case element_kind::column_rename:
      change.column_renames.push_back(lower_column_rename(element.as<column_rename_facts>()));
      break;
    default: // The others are elements of views and transitions.
      break;
    }
  }

  static model::removal lower_removal(const removal_facts& removal) {
    model::object_kind kind = model::object_kind::column;
    if (removal.of == removal_facts::kind::constraint)
      kind = model::object_kind::constraint;
    if (removal.of == removal_facts::kind::index)
      kind = model::object_kind::index;
    return {kind, lower_text(removal.name), lower_place(removal.where)};
  }

  static model::column_rename lower_column_rename(const column_rename_facts& rename) {
    return {lower_text(rename.from), lower_text(rename.to), lower_place(rename.where)};
  }
};

inline model::declared_object lower_table(const table_facts& table) {
  table_lowering lowering;
  model::table& own = lowering.change.changes;
  own.name = lower_name(table);
  own.comment = lower_text(table.options.comment);
  own.unlogged = table.options.unlogged;
  own.strict = table.options.strict;
  own.without_rowid = table.options.without_rowid;
  own.only = lower_databases(table.options.only);
  own.cpp_name = lower_text(table.options.cpp_name);
  own.where = lower_place(table.where);
  table.elements(table, lowering);
  if (table.parent == nullptr)
    return std::move(own);
  lowering.change.derived_from = lower_place(table.parent->where);
  lowering.change.parent = lower_name(*table.parent);
  lowering.change.where = own.where;
  return std::move(lowering.change);
}

} // namespace strata::detail
