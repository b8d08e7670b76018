// Changes of columns.
#include "tests/property/random_edit.hpp"

#include "codegen/sql/quote.hpp"

#include <algorithm>

namespace strata::testing {
namespace {

using codegen::sql::quote;
using model::type_kind;

bool mentions(const model::sql_text& text, const std::string& column) {
  return text.postgresql.find(quote(column)) != std::string::npos;
}

bool has(const std::vector<std::string>& columns, const std::string& column) {
  return std::ranges::find(columns, column) != columns.end();
}

bool is_of(const model::exclusion_constraint& exclusion, const std::string& column) {
  return std::ranges::any_of(exclusion.elements,
                             [&](const auto& each) { return each.column == column; });
}

} // namespace

bool is_of(const model::index& index, const std::string& column) {
  return mentions(index.predicate, column) ||
         std::ranges::any_of(index.keys, [&](const model::index_key& key) {
           return key.column == column || mentions(key.expression, column);
         });
}

bool schema_editor::is_original(const model::table& table, const model::column& column) const {
  return is_original(table) && !new_columns_.contains(column.name);
}

model::column* schema_editor::any_original_column(model::table& of) {
  std::vector<model::column*> columns;
  for (model::column& each : of.columns) {
    if (is_original(of, each) && !each.generated && !each.identity &&
        each.type.kind != type_kind::named && !touched_.contains({of.name.name, each.name})) {
      columns.push_back(&each);
    }
  }
  return columns.empty() ? nullptr : random_.pick(columns);
}

bool schema_editor::is_in_key_or_reference(const model::table& table,
                                           const std::string& column) const {
  if (table.primary_key && has(table.primary_key->columns, column))
    return true;
  for (const model::foreign_key& each : table.foreign_keys) {
    if (has(each.columns, column))
      return true;
  }
  return false;
}

bool schema_editor::is_mentioned(const model::table& table, const std::string& column) const {
  return std::ranges::any_of(table.checks,
                             [&](const auto& each) { return mentions(each.expression, column); }) ||
         std::ranges::any_of(table.columns,
                             [&](const auto& each) {
                               return each.generated &&
                                      mentions(each.generated->expression, column);
                             }) ||
         std::ranges::any_of(table.exclusions,
                             [&](const auto& each) { return is_of(each, column); }) ||
         std::ranges::any_of(edited_.schema.policies, [&](const auto& each) {
           return each.table == table.name && mentions(each.using_sql, column);
         });
}

void schema_editor::rename_column() {
  model::table* table = any_original_table();
  if (table == nullptr)
    return;
  model::column* column = random_.pick_one(table->columns);
  if (column == nullptr || new_columns_.contains(column->name) || column->generated)
    return;
  const std::string from = column->name;
  const std::string to = generator_.name("c");
  for (const model::rename& each : edited_.transition.renames) {
    if (each.to == from)
      return;
  }
  edited_.transition = edited_.transition.rename_column(table->name.name, from, to);
  tell("rename to " + to, *table, from);
  const auto follow = [&](std::vector<std::string>& in) { std::ranges::replace(in, from, to); };
  if (table->primary_key)
    follow(table->primary_key->columns);
  for (auto& each : table->uniques)
    follow(each.columns);
  for (auto& each : table->foreign_keys)
    follow(each.columns);
  for (auto& index : table->indexes) {
    for (auto& key : index.keys) {
      if (key.column == from)
        key.column = to;
    }
  }
  for (auto& exclusion : table->exclusions) {
    for (auto& each : exclusion.elements) {
      if (each.column == from)
        each.column = to;
    }
  }
  for (model::table& other : edited_.schema.tables) {
    for (auto& each : other.foreign_keys) {
      if (each.target == table->name)
        follow(each.target_columns);
    }
  }
  rename_in_texts(from, to);
  column->name = to;
}

void schema_editor::add_column() {
  model::table* table = any_table();
  if (table == nullptr)
    return;
  model::column added = generator_.column(edited_.schema);
  // A value that fills it could get another name yet.
  added.nullable |= added.type.kind == type_kind::enumeration;
  const auto at = static_cast<std::ptrdiff_t>(random_.below(table->columns.size() + 1));
  new_columns_.insert(added.name);
  if (is_original(*table) && !added.nullable && !added.default_to) {
    const auto value = [&](model::dialect on) {
      return value_sql(edited_.schema, added.type, 0, on);
    };
    edited_.transition = edited_.transition.backfill(
        table->name.name,
        added.name,
        sql_for(value(model::dialect::postgresql), value(model::dialect::sqlite)));
    touched_.insert({table->name.name, added.name});
  }
  tell("add", *table, added.name);
  table->columns.insert(table->columns.begin() + at, std::move(added));
}

/// What columns of the name referred to in the older schema.
std::vector<model::qualified_name> schema_editor::targets_before(const std::string& column) const {
  std::vector<model::qualified_name> found;
  for (const model::table& table : before_.tables) {
    for (const model::foreign_key& key : table.foreign_keys) {
      if (has(key.columns, column))
        found.push_back(key.target);
    }
  }
  return found;
}

void schema_editor::drop_column() {
  model::table* table = any_original_table();
  if (table == nullptr || table->columns.size() < 2 || is_viewed(*table))
    return;
  model::column* column = any_original_column(*table);
  if (column == nullptr)
    return;
  const std::string name = column->name;
  for (const model::rename& each : edited_.transition.renames) {
    if (each.to == name)
      return;
  }
  if (table->primary_key && has(table->primary_key->columns, name))
    return;
  if (is_mentioned(*table, name))
    return;
  // On the way down all rows get one value, or null, while every key is there again.
  const auto is_unique_in = [&](const model::table& of) {
    return (of.primary_key && has(of.primary_key->columns, name)) ||
           std::ranges::any_of(of.uniques,
                               [&](const auto& each) { return has(each.columns, name); }) ||
           std::ranges::any_of(of.exclusions,
                               [&](const auto& each) { return is_of(each, name); }) ||
           std::ranges::any_of(of.indexes,
                               [&](const auto& each) { return each.unique && is_of(each, name); });
  };
  if ((!column->nullable || column->default_to) &&
      (is_unique_in(*table) || std::ranges::any_of(before_.tables, is_unique_in)))
    return;
  model::sql_text down;
  if (!column->nullable && !column->default_to) {
    down = sql_for(value_sql(before_, column->type, 0, model::dialect::postgresql),
                   value_sql(before_, column->type, 0, model::dialect::sqlite));
  }
  // With a default that is no row's value, a foreign key would not hold.
  const bool refers = std::ranges::any_of(
      table->foreign_keys, [&](const auto& each) { return has(each.columns, name); });
  if (refers && column->default_to)
    return;
  // Nor would it to a table that comes back without rows.
  const auto is_gone = [&](const model::qualified_name& target) {
    return std::ranges::any_of(edited_.transition.drops, [&](const model::drop& each) {
      return each.kind == model::object_kind::table && each.name == target;
    });
  };
  if (!column->nullable && std::ranges::any_of(targets_before(name), is_gone))
    return;
  tell("drop", *table, name);
  edited_.transition = edited_.transition.drop_column(table->name.name, name, down);
  std::erase_if(table->uniques, [&](const auto& each) { return has(each.columns, name); });
  std::erase_if(table->indexes, [&](const auto& each) { return is_of(each, name); });
  std::erase_if(table->foreign_keys, [&](const auto& each) { return has(each.columns, name); });
  std::erase_if(table->columns, [&](const auto& each) { return each.name == name; });
}

void schema_editor::change_type() {
  model::table* table = any_original_table();
  if (table == nullptr)
    return;
  model::column* column = any_original_column(*table);
  if (column == nullptr || is_in_key_or_reference(*table, column->name))
    return;
  const std::string name = quote(column->name);
  std::string old_name = name; // What leads back speaks of the older version.
  for (const model::rename& each : edited_.transition.renames) {
    if (each.to == column->name)
      old_name = quote(each.from.name);
  }
  const auto convert = [&](const model::sql_text& up, const model::sql_text& down) {
    edited_.transition = edited_.transition.convert(table->name.name, column->name, up, down);
  };
  if (column->type == integer) {
    column->type = bigint;
  } else if (column->type == varchar(20)) {
    column->type = random_.chance(50) ? varchar(40) : testing::text;
  } else if (column->type == testing::smallint && !is_mentioned(*table, column->name)) {
    column->type = testing::text;
    column->default_to.reset();
    convert(sql_for(name + "::text", "CAST(" + name + " AS TEXT)"),
            sql_for(old_name + "::smallint", "CAST(" + old_name + " AS INTEGER)"));
  } else if (column->type == testing::boolean) {
    column->type = integer;
    column->default_to.reset();
    convert(sql_for(name + "::integer", name), sql_for(old_name + " <> 0", old_name));
  } else {
    return;
  }
  touched_.insert({table->name.name, column->name});
  tell("change the type of", *table, column->name);
}

void schema_editor::change_nullability() {
  model::table* table = any_original_table();
  if (table == nullptr)
    return;
  model::column* column = any_original_column(*table);
  if (column == nullptr || (table->primary_key && has(table->primary_key->columns, column->name)))
    return;
  tell(column->nullable ? "not null" : "null", *table, column->name);
  if (column->nullable) {
    // The last row's is null; its own value keeps keys over the column unique.
    const auto value = [&](model::dialect on) { return value_sql(before_, column->type, 2, on); };
    edited_.transition = edited_.transition.backfill(
        table->name.name,
        column->name,
        sql_for(value(model::dialect::postgresql), value(model::dialect::sqlite)));
    if (column->type.kind == type_kind::enumeration) {
      edited_.transition.backfills.pop_back();
      return;
    }
  }
  column->nullable = !column->nullable;
  touched_.insert({table->name.name, column->name});
}

void schema_editor::change_default() {
  model::table* table = any_table();
  if (table == nullptr)
    return;
  model::column* column = random_.pick_one(table->columns);
  if (column == nullptr || column->generated || column->identity ||
      new_columns_.contains(column->name))
    return;
  if (column->default_to) {
    column->default_to.reset();
  } else if (column->type == integer || column->type == bigint) {
    column->default_to = literal_integer(-3);
  } else if (column->type == testing::text) {
    column->default_to = sql("'a' || 'b'");
  }
  touched_.insert({table->name.name, column->name}); // What is dropped takes its old default along.
  tell("change the default of", *table, column->name);
}

} // namespace strata::testing
