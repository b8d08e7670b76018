// Changes of constraints and indexes.
#include "tests/property/random_edit.hpp"

#include <algorithm>

namespace strata::testing {

void schema_editor::add_unique() {
  model::table* table = any_original_table();
  if (table == nullptr)
    return;
  model::column* column = any_original_column(*table);
  if (column == nullptr || !is_distinct(column->type))
    return;
  const auto is_it = [&](const auto& key) { return key.columns == names{column->name}; };
  if ((table->primary_key && is_it(*table->primary_key)) ||
      std::ranges::any_of(table->uniques, is_it))
    return;
  table->uniques.emplace_back().columns = {column->name};
  tell("add unique", *table, column->name);
}

void schema_editor::drop_unique() {
  model::table* table = any_table();
  if (table == nullptr || table->uniques.empty())
    return;
  tell("drop unique", *table);
  table->uniques.pop_back();
}

void schema_editor::change_check() {
  model::table* table = any_original_table();
  if (table == nullptr)
    return;
  tell("change checks of", *table);
  if (!table->checks.empty() && random_.chance(50)) {
    if (random_.chance(50)) {
      table->checks.pop_back();
    } else {
      table->checks.back().expression = sql("2 < 3");
    }
    return;
  }
  table->checks.emplace_back().expression = sql("3 < 4");
}

void schema_editor::add_reference() {
  model::table* table = any_original_table();
  if (table == nullptr)
    return;
  const std::size_t columns = table->columns.size();
  model::schema old_tables;
  for (const model::table& each : edited_.schema.tables) {
    if (is_original(each))
      old_tables.tables.push_back(each);
  }
  generator_.reference(*table, old_tables);
  if (table->columns.size() == columns)
    return;
  model::column& added = table->columns.back();
  added.nullable = true;
  new_columns_.insert(added.name);
  tell("add a reference to", *table, added.name);
}

void schema_editor::drop_reference() {
  model::table* table = any_table();
  if (table == nullptr || table->foreign_keys.empty())
    return;
  tell("drop a reference of", *table);
  table->foreign_keys.pop_back();
}

void schema_editor::change_reference() {
  model::table* table = any_table();
  if (table == nullptr || table->foreign_keys.empty())
    return;
  tell("change a reference of", *table);
  table->foreign_keys.front().on_delete = model::referential_action::set_null;
}

/// Tables without a primary key get one; a key that nothing refers to goes.
void schema_editor::change_key() {
  model::table* table = any_original_table();
  if (table == nullptr || table->without_rowid)
    return;
  if (!table->primary_key) {
    model::column* column = any_original_column(*table);
    const auto is_it = [&](const auto& key) { return key.columns == names{column->name}; };
    if (column == nullptr || column->nullable || !is_distinct(column->type) ||
        std::ranges::any_of(table->uniques, is_it))
      return;
    table->primary_key.emplace().columns = {column->name};
    touched_.insert({table->name.name, column->name});
    tell("add a key to", *table, column->name);
    return;
  }
  for (const model::table& each : edited_.schema.tables) {
    for (const model::foreign_key& key : each.foreign_keys) {
      if (key.target == table->name)
        return;
    }
  }
  for (const model::column& each : table->columns) {
    if (each.identity)
      return;
  }
  tell("drop the key of", *table);
  table->primary_key.reset();
}

void schema_editor::add_index() {
  model::table* table = any_original_table();
  if (table == nullptr)
    return;
  model::table old_columns = *table;
  std::erase_if(old_columns.columns,
                [&](const auto& each) { return !is_distinct(each.type) || each.generated; });
  if (old_columns.columns.empty())
    return;
  model::index added = generator_.index(old_columns);
  for (const std::string& each : new_columns_) {
    if (is_of(added, each))
      added.unique = false;
  }
  table->indexes.push_back(added);
  tell("add index", *table, added.name);
}

void schema_editor::drop_index() {
  model::table* table = any_table();
  if (table == nullptr || table->indexes.empty())
    return;
  tell("drop index", *table, table->indexes.back().name);
  table->indexes.pop_back();
}

void schema_editor::change_index() {
  model::table* table = any_table();
  if (table == nullptr || table->indexes.empty())
    return;
  model::index& index = table->indexes.front();
  tell("change index", *table, index.name);
  if (random_.chance(30)) {
    index.name = generator_.index(*table).name;
  } else if (!index.keys.front().column.empty()) {
    index.keys.front().descending = !index.keys.front().descending;
  }
}

} // namespace strata::testing
