// Changes of tables, enumerations, views and triggers as a whole.
#include "tests/property/random_edit.hpp"

#include "codegen/sql/quote.hpp"

#include <algorithm>

namespace strata::testing {
namespace {

using codegen::sql::quote;

void replace_all(std::string& in, const std::string& from, const std::string& to) {
  for (auto at = in.find(from); at != std::string::npos; at = in.find(from, at + to.size())) {
    in.replace(at, from.size(), to);
  }
}

void replace_all(model::sql_text& in, const std::string& from, const std::string& to) {
  replace_all(in.postgresql, from, to);
  replace_all(in.sqlite, from, to);
}

} // namespace

schema_editor::schema_editor(std::uint64_t seed, const model::schema& schema)
    : random_(seed), generator_(seed + 1), before_(schema) {
  edited_.schema = schema;
  // Names that the schema has are not given again.
  for (int each = 0; each < 200; ++each)
    generator_.name("");
  for (const model::table& each : schema.tables)
    original_.insert(each.name.name);
}

edited_schema schema_editor::edit(int changes) {
  using change = void (schema_editor::*)();
  // Renames first: what comes after speaks of new names only.
  const std::vector<change> renames = {&schema_editor::rename_table, &schema_editor::rename_column};
  const std::vector<change> others = {&schema_editor::add_table,
                                      &schema_editor::drop_table,
                                      &schema_editor::reorder,
                                      &schema_editor::change_options,
                                      &schema_editor::add_enumeration_value,
                                      &schema_editor::rename_enumeration_value,
                                      &schema_editor::drop_enumeration_value,
                                      &schema_editor::add_view,
                                      &schema_editor::drop_view,
                                      &schema_editor::change_view,
                                      &schema_editor::add_trigger,
                                      &schema_editor::drop_trigger,
                                      &schema_editor::change_comment,
                                      &schema_editor::add_further,
                                      &schema_editor::drop_further,
                                      &schema_editor::change_further,
                                      &schema_editor::add_column,
                                      &schema_editor::add_column,
                                      &schema_editor::drop_column,
                                      &schema_editor::drop_column,
                                      &schema_editor::change_type,
                                      &schema_editor::change_nullability,
                                      &schema_editor::change_default,
                                      &schema_editor::add_unique,
                                      &schema_editor::drop_unique,
                                      &schema_editor::change_check,
                                      &schema_editor::add_reference,
                                      &schema_editor::drop_reference,
                                      &schema_editor::change_reference,
                                      &schema_editor::change_key,
                                      &schema_editor::add_index,
                                      &schema_editor::drop_index,
                                      &schema_editor::change_index};
  for (std::size_t each = 0; each < random_.below(3); ++each)
    (this->*random_.pick(renames))();
  for (int each = 0; each < changes; ++each)
    (this->*random_.pick(others))();
  return edited_;
}

edited_schema random_edit(std::uint64_t seed, const model::schema& schema, int changes) {
  return schema_editor(seed, schema).edit(changes);
}

void schema_editor::tell(const std::string& what,
                         const model::table& of,
                         const std::string& which) {
  edited_.story += what + " " + of.name.name + (which.empty() ? "" : " / " + which) + "\n";
}

model::table* schema_editor::any_table() { return random_.pick_one(edited_.schema.tables); }

model::table* schema_editor::any_original_table() {
  std::vector<model::table*> tables;
  for (model::table& each : edited_.schema.tables) {
    if (is_original(each))
      tables.push_back(&each);
  }
  return tables.empty() ? nullptr : random_.pick(tables);
}

bool schema_editor::is_viewed(const model::table& table) const {
  return std::ranges::any_of(edited_.schema.views, [&](const model::view& each) {
    return std::ranges::find(each.depends_on, table.name) != each.depends_on.end();
  });
}

/// Names are unique in the whole schema, so that a quoted name is one thing wherever it stands.
void schema_editor::rename_in_texts(const std::string& from, const std::string& to) {
  const std::string old_name = quote(from);
  const std::string new_name = quote(to);
  for (model::table& table : edited_.schema.tables) {
    for (auto& each : table.checks)
      replace_all(each.expression, old_name, new_name);
    for (auto& each : table.columns) {
      if (each.generated)
        replace_all(each.generated->expression, old_name, new_name);
    }
    for (auto& each : table.indexes) {
      replace_all(each.predicate, old_name, new_name);
      for (auto& key : each.keys)
        replace_all(key.expression, old_name, new_name);
    }
  }
  for (auto& each : edited_.schema.views)
    replace_all(each.query, old_name, new_name);
  for (auto& each : edited_.schema.triggers)
    replace_all(each.action, old_name, new_name);
  for (auto& each : edited_.schema.policies)
    replace_all(each.using_sql, old_name, new_name);
}

void schema_editor::rename_table() {
  model::table* table = any_original_table();
  if (table == nullptr)
    return;
  const std::string from = table->name.name;
  const bool was_renamed = std::ranges::any_of(
      edited_.transition.renames, [&](const model::rename& each) { return each.to == from; });
  // Columns were renamed under the table's name of then.
  if (was_renamed || !edited_.transition.renames.empty())
    return;
  const std::string to = generator_.name("t");
  edited_.transition = edited_.transition.rename_table(from, to);
  tell("rename table to " + to, *table);
  for (model::table& each : edited_.schema.tables) {
    for (model::foreign_key& key : each.foreign_keys) {
      if (key.target.name == from)
        key.target.name = to;
    }
  }
  for (model::view& each : edited_.schema.views) {
    for (auto& name : each.depends_on) {
      if (name.name == from)
        name.name = to;
    }
  }
  const auto follow = [&](auto& all) {
    for (auto& each : all) {
      if (each.table.name == from)
        each.table.name = to;
    }
  };
  follow(edited_.schema.triggers);
  follow(edited_.schema.policies);
  follow(edited_.schema.rules);
  rename_in_texts(from, to);
  table->name.name = to;
  original_.erase(from);
  original_.insert(to);
}

void schema_editor::add_table() {
  edited_.schema.tables.push_back(generator_.table(edited_.schema));
  tell("add table", edited_.schema.tables.back());
}

void schema_editor::drop_table() {
  model::table* table = any_original_table();
  if (table == nullptr || is_viewed(*table))
    return;
  const model::qualified_name name = table->name;
  for (const model::table& each : edited_.schema.tables) {
    for (const model::foreign_key& key : each.foreign_keys) {
      if (key.target == name && each.name != name)
        return;
    }
  }
  // What the transition says of the table would have nothing to be said of.
  const bool is_told =
      std::ranges::any_of(
          edited_.transition.renames,
          [&](const model::rename& each) { return each.to == name.name || each.owner == name; }) ||
      std::ranges::any_of(touched_, [&](const auto& each) { return each.first == name.name; });
  // Values that columns get on the way down would refer to rows that are lost.
  const bool is_referred_to_again =
      std::ranges::any_of(edited_.transition.drops, [&](const model::drop& each) {
        return each.kind == model::object_kind::column && !each.down_value.postgresql.empty() &&
               std::ranges::count(targets_before(each.name.name), name) > 0;
      });
  // So would those of columns that only lost their key, which is there again then.
  const bool leaves_values = std::ranges::any_of(edited_.schema.tables, [&](const auto& each) {
    return each.name != name && std::ranges::any_of(each.columns, [&](const auto& column) {
             return std::ranges::count(targets_before(column.name), name) > 0;
           });
  });
  if (is_told || is_referred_to_again || leaves_values)
    return;
  tell("drop table", *table);
  const auto is_on_it = [&](const auto& each) { return each.table == name; };
  std::erase_if(edited_.schema.triggers, is_on_it);
  std::erase_if(edited_.schema.policies, is_on_it);
  std::erase_if(edited_.schema.rules, is_on_it);
  std::erase_if(edited_.schema.tables, [&](const model::table& each) { return each.name == name; });
  original_.erase(name.name);
  edited_.transition = edited_.transition.drop_table(name.name);
}

void schema_editor::reorder() {
  model::table* table = any_table();
  if (table == nullptr)
    return;
  tell("turn the columns of", *table);
  std::ranges::reverse(table->columns);
}

void schema_editor::change_options() {
  model::table* table = any_original_table();
  if (table == nullptr)
    return;
  const bool has_identity = std::ranges::any_of(
      table->columns, [](const model::column& each) { return each.identity.has_value(); });
  if (random_.chance(50)) {
    table->strict = !table->strict;
    tell("change STRICT of", *table);
  } else if (table->primary_key && !has_identity) {
    table->without_rowid = !table->without_rowid;
    tell("change WITHOUT ROWID of", *table);
  }
}

void schema_editor::add_enumeration_value() {
  model::enumeration* of = random_.pick_one(edited_.schema.enumerations);
  if (of == nullptr)
    return;
  const auto at = static_cast<std::ptrdiff_t>(random_.below(of->values.size() + 1));
  of->values.insert(of->values.begin() + at, generator_.name("v"));
  edited_.story += "add a value to " + of->name.name + "\n";
}

void schema_editor::rename_enumeration_value() {
  model::enumeration* of = random_.pick_one(edited_.schema.enumerations);
  if (of == nullptr)
    return;
  std::string& value = random_.pick_one(of->values)[0];
  const auto& before =
      *std::ranges::find(before_.enumerations, of->name, &model::enumeration::name);
  if (std::ranges::find(before.values, value) == before.values.end())
    return;
  const std::string to = generator_.name("v");
  edited_.transition =
      edited_.transition.rename(model::object_kind::enum_value, of->name.name, value, to);
  edited_.story += "rename value " + value + " of " + of->name.name + " to " + to + "\n";
  value = to;
}

void schema_editor::drop_enumeration_value() {
  model::enumeration* of = random_.pick_one(edited_.schema.enumerations);
  if (of == nullptr)
    return;
  const auto& before =
      *std::ranges::find(before_.enumerations, of->name, &model::enumeration::name);
  // Rows hold the first three.
  if (before.values.size() < 4)
    return;
  const std::string gone = before.values.back();
  const auto found = std::ranges::find(of->values, gone);
  if (found == of->values.end())
    return;
  of->values.erase(found);
  edited_.transition = edited_.transition.drop(model::object_kind::enum_value, of->name.name, gone);
  edited_.story += "drop value " + gone + " of " + of->name.name + "\n";
}

void schema_editor::add_view() {
  const model::table* table = any_table();
  if (table == nullptr)
    return;
  edited_.schema.views.push_back(generator_.view(*table));
  tell("add a view on", *table);
}

void schema_editor::drop_view() {
  model::view* view = random_.pick_one(edited_.schema.views);
  if (view == nullptr)
    return;
  const std::string name = view->name.name;
  edited_.story += "drop view " + name + "\n";
  if (std::ranges::any_of(before_.views,
                          [&](const model::view& each) { return each.name.name == name; })) {
    edited_.transition = edited_.transition.drop(model::object_kind::view, {}, name);
  }
  std::erase_if(edited_.schema.views,
                [&](const model::view& each) { return each.name.name == name; });
}

void schema_editor::change_view() {
  model::view* view = random_.pick_one(edited_.schema.views);
  const model::table* table = any_table();
  if (view == nullptr || table == nullptr)
    return;
  model::view changed = generator_.view(*table);
  changed.name = view->name;
  *view = changed;
  tell("view " + view->name.name + " is now of", *table);
}

void schema_editor::add_trigger() {
  const model::table* table = any_table();
  if (table == nullptr)
    return;
  edited_.schema.triggers.push_back(generator_.trigger(*table));
  tell("add a trigger to", *table);
}

void schema_editor::drop_trigger() {
  model::trigger* trigger = random_.pick_one(edited_.schema.triggers);
  if (trigger == nullptr)
    return;
  edited_.story += "drop trigger " + trigger->name + "\n";
  edited_.transition =
      edited_.transition.drop(model::object_kind::trigger, trigger->table.name, trigger->name);
  const std::string name = trigger->name;
  std::erase_if(edited_.schema.triggers,
                [&](const model::trigger& each) { return each.name == name; });
}

void schema_editor::change_comment() {
  model::table* table = any_table();
  if (table == nullptr)
    return;
  table->comment = random_.chance(30) ? "" : "changed: it's";
  if (model::column* column = random_.pick_one(table->columns))
    column->comment = "new";
  if (model::view* view = random_.pick_one(edited_.schema.views)) {
    for (model::column& each : view->columns)
      each.comment = "another";
  }
  tell("change comments of", *table);
}

} // namespace strata::testing
