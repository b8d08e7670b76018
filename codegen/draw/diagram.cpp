// Reads keys and constraints for what they say about how many rows belong to how many.
#include "codegen/draw/diagram.hpp"

#include "codegen/sql/type.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace strata::codegen {
namespace {

bool is_in(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_same_set(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::set(a.begin(), a.end()) == std::set(b.begin(), b.end());
}

/// The columns of a unique index without conditions; none of another.
std::vector<std::string> unique_columns(const model::index& index) {
  std::vector<std::string> columns;
  if (!index.unique || !index.predicate.empty())
    return columns;
  for (const model::index_key& key : index.keys) {
    if (key.column.empty())
      return {};
    columns.push_back(key.column);
  }
  return columns;
}

/// Whether no two rows have the same values in these columns.
bool is_unique(const model::table& table, const std::vector<std::string>& columns) {
  const auto is_key = [&](const auto& of) { return is_same_set(of.columns, columns); };
  return (table.primary_key && is_key(*table.primary_key)) ||
         std::any_of(table.uniques.begin(), table.uniques.end(), is_key) ||
         std::any_of(table.indexes.begin(), table.indexes.end(), [&](const auto& index) {
           return index.unique && is_same_set(unique_columns(index), columns);
         });
}

diagram_column column_of(const model::table& table, const model::column& of, model::dialect on) {
  diagram_column column;
  column.name = of.name;
  column.type = sql::type_words(of.type, on);
  std::erase(column.type, '"');
  column.nullable = of.nullable;
  column.primary = table.primary_key && is_in(table.primary_key->columns, of.name);
  column.foreign = std::any_of(table.foreign_keys.begin(),
                               table.foreign_keys.end(),
                               [&](const auto& key) { return is_in(key.columns, of.name); });
  const bool is_whole_key = column.primary && table.primary_key->columns.size() == 1;
  column.unique = !is_whole_key && is_unique(table, {of.name});
  return column;
}

diagram_relation relation_of(const model::table& table, const model::foreign_key& key) {
  diagram_relation relation;
  relation.columns = key.columns;
  relation.optional =
      std::any_of(table.columns.begin(), table.columns.end(), [&](const auto& column) {
        return column.nullable && is_in(key.columns, column.name);
      });
  relation.single = is_unique(table, key.columns);
  return relation;
}

} // namespace

diagram diagram_of(const model::schema& schema, model::dialect on) {
  std::map<model::qualified_name, const model::table*> tables;
  for (const model::table& each : schema.tables) {
    if (each.descent.partition_of.name.empty() && each.only.has(on))
      tables.emplace(each.name, &each);
  }
  diagram made;
  std::map<model::qualified_name, std::size_t> places;
  for (const auto& [name, table] : tables) {
    places[name] = made.tables.size();
    diagram_table& drawn = made.tables.emplace_back();
    drawn.name = display(name);
    for (const model::column& column : table->columns)
      drawn.columns.push_back(column_of(*table, column, on));
  }
  for (const auto& [name, table] : tables) {
    for (const model::foreign_key& key : table->foreign_keys) {
      const auto parent = places.find(key.target);
      if (parent == places.end())
        continue;
      diagram_relation& drawn = made.relations.emplace_back(relation_of(*table, key));
      drawn.child = places.at(name);
      drawn.parent = parent->second;
    }
  }
  return made;
}

} // namespace strata::codegen
