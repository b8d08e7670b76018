// Every field of the model that a database can bear, as words.
#include "codegen/inspect/schema_facts.hpp"

#include "codegen/inspect/schema_words.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace strata::codegen {
namespace {

object_facts facts_of(const model::column& column) {
  return {{"type", words(column.type)},
          {"nullable", words(column.nullable)},
          {"on null", words(column.on_null)},
          {"not null not valid", words(column.not_null.not_valid)},
          {"not null not inherited", words(column.not_null.no_inherit)},
          {"default", words(column.default_to)},
          {"identity", words(column.identity)},
          {"generated", words(column.generated)},
          {"collation", column.collation},
          {"comment", column.comment}};
}

object_facts facts_of(const model::primary_key& key) {
  return {{"name", key.name},
          {"columns", words(key.columns)},
          {"without overlaps", words(key.without_overlaps)},
          {"include", words(key.include)},
          {"deferrable", words(key.deferrable)},
          {"on sqlite", key.sqlite_keys},
          {"on conflict", words(key.on_conflict)},
          {"comment", key.comment}};
}

object_facts facts_of(const model::unique_constraint& unique) {
  return {{"columns", words(unique.columns)},
          {"without overlaps", words(unique.without_overlaps)},
          {"include", words(unique.include)},
          {"nulls not distinct", words(unique.nulls_not_distinct)},
          {"deferrable", words(unique.deferrable)},
          {"on sqlite", unique.sqlite_keys},
          {"on conflict", words(unique.on_conflict)},
          {"comment", unique.comment}};
}

object_facts facts_of(const model::check_constraint& check) {
  return {{"expression", words(check.expression)},
          {"no inherit", words(check.no_inherit)},
          {"not valid", words(check.not_valid)},
          {"not enforced", words(check.not_enforced)},
          {"comment", check.comment}};
}

object_facts facts_of(const model::foreign_key& key) {
  return {{"columns", words(key.columns)},
          {"period", words(key.period)},
          {"target", display(key.target) + words(key.target_columns)},
          {"on delete", words(key.on_delete)},
          {"on update", words(key.on_update)},
          {"match full", words(key.match == model::match_type::full)},
          {"deferrable", words(key.deferrable)},
          {"not valid", words(key.not_valid)},
          {"not enforced", words(key.not_enforced)},
          {"comment", key.comment}};
}

object_facts facts_of(const model::exclusion_constraint& exclusion) {
  return {{"method", exclusion.method},
          {"elements", words(exclusion.elements)},
          {"predicate", words(exclusion.predicate)},
          {"deferrable", words(exclusion.deferrable)},
          {"comment", exclusion.comment}};
}

object_facts facts_of(const model::index& index) {
  return {{"keys", words(index.keys)},
          {"unique", words(index.unique)},
          {"nulls not distinct", words(index.nulls_not_distinct)},
          {"method", index.method},
          {"include", words(index.include)},
          {"predicate", words(index.predicate)},
          {"with", index.with},
          {"part of", index.part_of},
          {"only parent", words(index.only_parent)},
          {"not valid", words(index.not_valid)},
          {"comment", index.comment}};
}

class fact_collector {
public:
  schema_facts collect(const model::schema& schema) {
    for (const model::named_schema& each : schema.named_schemas)
      add("schema " + each.name, {{"comment", each.comment}});
    for (const model::extension& each : schema.extensions) {
      add("extension " + each.name, {{"schema", each.schema}, {"version", each.version}});
    }
    for (const model::enumeration& each : schema.enumerations) {
      add("enumeration " + display(each.name),
          {{"values", words(each.values)}, {"comment", each.comment}});
    }
    for (const model::table& each : schema.tables)
      add_table(each);
    for (const model::view& each : schema.views)
      add_view(each);
    for (const model::function& each : schema.functions)
      add_function(each);
    for (const model::trigger& each : schema.triggers) {
      add(fmt::format("trigger {} of {}", each.name, display(each.table)),
          {{"events", words(each.events)},
           {"action", words(each.action)},
           {"comment", each.comment}});
    }
    return std::move(all_);
  }

private:
  /// Equal objects without a name stand beside each other.
  void add(std::string object, object_facts properties) {
    while (all_.contains(object))
      object += " (again)";
    all_.emplace(std::move(object), std::move(properties));
  }

  /// A constraint without a name is known by what it says.
  template <typename Constraint>
  void add_constraint(std::string_view kind,
                      const std::string& table,
                      const Constraint& each,
                      const std::string& says) {
    const std::string& name = each.name.empty() ? says : each.name;
    add(fmt::format("{} {} of {}", kind, name, table), facts_of(each));
  }

  void add_table(const model::table& table) {
    const std::string name = display(table.name);
    add("table " + name,
        {{"comment", table.comment},
         {"unlogged", words(table.unlogged)},
         {"strict", words(table.strict)},
         {"without rowid", words(table.without_rowid)}});
    for (const auto& each : table.columns)
      add("column " + name + "." + each.name, facts_of(each));
    if (table.primary_key)
      add("primary key of " + name, facts_of(*table.primary_key));
    for (const auto& each : table.uniques) {
      add_constraint("unique constraint", name, each, words(each.columns));
    }
    for (const auto& each : table.checks) {
      add_constraint("check", name, each, words(each.expression));
    }
    for (const auto& each : table.foreign_keys) {
      add_constraint("foreign key", name, each, words(each.columns));
    }
    for (const auto& each : table.exclusions)
      add_constraint("exclusion", name, each, "");
    for (const auto& each : table.indexes)
      add_constraint("index", name, each, "");
  }

  void add_view(const model::view& view) {
    const std::string name = display(view.name);
    add("view " + name,
        {{"query", words(view.query)},
         {"materialized", words(view.materialized)},
         {"columns", words(view.column_names)},
         {"comment", view.comment}});
    for (const model::column& each : view.columns)
      add("column " + name + "." + each.name, {{"comment", each.comment}});
    for (const auto& each : view.indexes)
      add_constraint("index", name, each, "");
  }

  void add_function(const model::function& function) {
    const bool is_function = function.of == model::function::kind::function;
    add(fmt::format("{} {}({})",
                    is_function ? "function" : "procedure",
                    display(function.name),
                    function.parameters),
        {{"definition", words(function.definition)}, {"comment", function.comment}});
  }

  schema_facts all_;
};

} // namespace

schema_facts facts(const model::schema& schema) { return fact_collector().collect(schema); }

} // namespace strata::codegen
