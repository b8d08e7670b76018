// Tables, whole and derived, to the model.
#include "codegen/lower/table.hpp"

#include "codegen/lower/column.hpp"
#include "codegen/lower/constraint.hpp"

#include <strata/schema/rows.hpp>
#include <strata/schema/table_property.hpp>

#include <utility>

namespace strata::detail {

namespace {

/// Adds what a table declares itself to `change`.
struct table_lowering final : element_visitor {
  model::table_change change;

  void take(element_list elements) override {
    for (const element* each : elements)
      add(*each);
  }

private:
  void add(const element& each) {
    model::table& table = change.changes;
    switch (each.kind) {
    case element_kind::column:
      table.columns.push_back(lower_column(each));
      break;
    case element_kind::primary_key:
      table.primary_key = lower_primary_key(each);
      break;
    case element_kind::unique:
      table.uniques.push_back(lower_unique(each));
      break;
    case element_kind::check:
      table.checks.push_back(lower_check(each));
      break;
    case element_kind::foreign_key:
      table.foreign_keys.push_back(lower_foreign_key(each));
      break;
    case element_kind::exclusion:
      table.exclusions.push_back(lower_exclusion(each));
      break;
    case element_kind::index:
      table.indexes.push_back(lower_index(each));
      break;
    case element_kind::rows:
      table.rows = lower_rows(each);
      break;
    case element_kind::property:
      add(facts_of<property_facts>(each));
      break;
    case element_kind::removal:
      change.removals.push_back(lower_removal(each));
      break;
    case element_kind::column_rename:
      change.column_renames.push_back({lower_text(facts_of<column_rename_facts>(each).from),
                                       lower_text(each.name),
                                       lower_place(each.place)});
      break;
    default: // The others are elements of views and transitions.
      break;
    }
  }

  void add(const property_facts& property) {
    model::table& table = change.changes;
    switch (property.of) {
    case table_property::storage_parameters:
      table.with = lower_text(property.words);
      break;
    case table_property::partitioned_by:
      table.descent.partitioned_by = lower_text(property.words);
      break;
    case table_property::partition_of:
      table.descent.partition_of = lower_name(property.parent);
      table.descent.bounds = lower_text(property.words);
      break;
    case table_property::inherits:
      table.descent.inherits.push_back(lower_name(property.parent));
      break;
    case table_property::row_security:
      table.row_security = true;
      break;
    case table_property::row_security_forced:
      table.row_security_forced = true;
      break;
    case table_property::replica_identity_full:
      table.replica = model::replica_identity::full;
      break;
    case table_property::replica_identity_nothing:
      table.replica = model::replica_identity::nothing;
      break;
    case table_property::replica_identity_index:
      table.replica = model::replica_identity::index;
      table.replica_index = lower_text(property.words);
      break;
    case table_property::clustered_on:
      table.clustered_on = lower_text(property.words);
      break;
    }
  }

  static model::reference_rows lower_rows(const element& each) {
    const element_lists lists = lists_of<rows_facts>(each);
    model::reference_rows result;
    result.columns = lower_names(lists.names);
    for (std::size_t row = 0; row < lists.places.size; ++row) {
      model::reference_row& lowered = result.rows.emplace_back();
      for (std::size_t i = 0; i < lists.names.size; ++i)
        lowered.values.push_back(lower_literal(lists.values[row * lists.names.size + i]));
      lowered.where = lower_place(lists.places[row]);
    }
    result.where = lower_place(each.place);
    return result;
  }

  static model::removal lower_removal(const element& each) {
    model::object_kind kind = model::object_kind::column;
    if (facts_of<removed_kind>(each) == removed_kind::constraint)
      kind = model::object_kind::constraint;
    if (facts_of<removed_kind>(each) == removed_kind::index)
      kind = model::object_kind::index;
    return {kind, lower_text(each.name), lower_place(each.place)};
  }
};

} // namespace

model::declared_object lower_table(const table_facts& table) {
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
