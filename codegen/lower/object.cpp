// Enumerations, extensions, views, functions and triggers to the model.
#include "codegen/lower/object.hpp"

#include "codegen/lower/column.hpp"
#include "codegen/lower/constraint.hpp"

#include <algorithm>
#include <utility>

namespace strata::detail {

namespace {

/// The elements of what is declared as SQL.
struct dependent_lowering final : element_visitor {
  std::vector<std::string> words;
  std::vector<model::column> columns;
  std::vector<model::index> indexes;
  std::vector<model::qualified_name> depends_on;

  void take(element_list elements) override {
    for (const element* each : elements) {
      if (each->kind == element_kind::word)
        words.push_back(lower_text(each->name));
      if (each->kind == element_kind::column)
        columns.push_back(lower_column(*each));
      if (each->kind == element_kind::index)
        indexes.push_back(lower_index(*each));
      if (each->kind == element_kind::dependency)
        depends_on.push_back(lower_name(facts_of<object_name>(*each)));
    }
  }
};

} // namespace

model::enumeration lower_enumeration(const enumeration_facts& facts) {
  model::enumeration result;
  result.name = lower_name(facts);
  result.values = lower_names(facts.values_of(facts));
  result.cpp_values = lower_names(facts.cpp_names_of(facts));
  if (std::all_of(result.cpp_values.begin(), result.cpp_values.end(), [](const auto& each) {
        return each.empty();
      }))
    result.cpp_values.clear();
  result.comment = lower_text(facts.options.comment);
  result.only = lower_databases(facts.options.only);
  result.cpp_name = lower_text(facts.options.cpp_name);
  result.where = lower_place(facts.where);
  return result;
}

model::extension lower_extension(const extension_declaration& extension) {
  return {lower_text(extension.name),
          lower_text(extension.schema),
          lower_text(extension.wanted_version),
          lower_text(extension.words),
          lower_place(extension.where)};
}

model::view lower_view(const view_facts& facts) {
  dependent_lowering lowering;
  facts.elements(facts, lowering);
  model::view result;
  result.name = lower_name(facts);
  result.query = lower_sql(facts.query);
  result.materialized = facts.materialized;
  result.with = lower_text(facts.parameters);
  result.column_names = std::move(lowering.words);
  result.columns = std::move(lowering.columns);
  result.indexes = std::move(lowering.indexes);
  result.depends_on = std::move(lowering.depends_on);
  result.comment = lower_text(facts.options.comment);
  result.only = lower_databases(facts.options.only);
  result.cpp_name = lower_text(facts.options.cpp_name);
  result.where = lower_place(facts.where);
  return result;
}

model::function lower_function(const function_facts& facts) {
  dependent_lowering lowering;
  facts.elements(facts, lowering);
  model::function result;
  result.of = static_cast<model::function::kind>(facts.of);
  result.name = lower_name(facts);
  result.parameters = lower_text(facts.parameters);
  result.definition = lower_sql(facts.definition);
  result.depends_on = std::move(lowering.depends_on);
  result.comment = lower_text(facts.options.comment);
  result.only = lower_databases(facts.options.only);
  result.where = lower_place(facts.where);
  return result;
}

model::trigger lower_trigger(const trigger_facts& facts) {
  dependent_lowering lowering;
  facts.elements(facts, lowering);
  model::trigger result;
  result.name = lower_text(facts.name);
  result.table = lower_name(facts.table);
  result.events = lower_sql(facts.events);
  result.action = lower_sql(facts.action);
  result.constraint = facts.constraint;
  result.enabled = static_cast<model::firing>(facts.enabled);
  result.depends_on = std::move(lowering.depends_on);
  result.comment = lower_text(facts.options.comment);
  result.only = lower_databases(facts.options.only);
  result.where = lower_place(facts.where);
  return result;
}

} // namespace strata::detail
