// What ALTER TABLE, and statements without a table's rebuild, can do on SQLite.
#include "codegen/plan/sqlite.hpp"

#include "codegen/sql/definition.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {

sqlite_lowering::sqlite_lowering(const change& of, diagnostics& out)
    : lowering(of, out), tables_(sqlite_tables(of, names_, out)) {
  for (const model::table& table : of.from.tables) {
    for (const model::index& index : table.indexes) {
      index_owners_.emplace(index.name, table.name);
    }
    for (const model::foreign_key& key : table.foreign_keys) {
      referred_.insert(key.target);
    }
  }
}

bool sqlite_lowering::is_rebuilt(const model::qualified_name& table) const {
  const auto found = tables_.find(table);
  return found != tables_.end() && found->second.needs_rebuild;
}

void sqlite_lowering::operator()(const create_table& created) {
  const model::qualified_name& name = created.table.name;
  action& made = make(object_class::table, vertex_name(name), stage::add);
  made.table = vertex_name(name);
  made.where = created.table.where;
  made.takes = {relation_resource(name)};
  model::table whole = created.table;
  if (const model::table* after = names_.after(name)) {
    whole.foreign_keys = after->foreign_keys;
  }
  made.run(sql::create_table{std::move(whole)});
}

void sqlite_lowering::operator()(const drop_table& gone) {
  lower(gone);
  if (referred_.contains(gone.table.name)) {
    // With foreign keys on, DROP TABLE deletes the rows first and fires what hangs on them.
    last().conduct = conduct::foreign_keys_off;
  }
}

void sqlite_lowering::operator()(const rename_table& renamed) {
  need_rename(display(renamed.to));
  lower(renamed);
}

void sqlite_lowering::operator()(const rename_column& renamed) {
  need_rename(display(renamed.table) + "." + renamed.to);
  lower(renamed);
}

void sqlite_lowering::need_rename(const std::string& what) {
  // Earlier versions leave the references of other objects behind.
  if (of_.on.minimum_version < 3026000) {
    out_.add({"S303",
              fmt::format("renaming {} needs SQLite 3.26, and the schema promises to run on an "
                          "older one",
                          what),
              {"write MINIMUM_SQLITE 3.26 (or later) in strata_add_schema"},
              {}});
  }
}

void sqlite_lowering::operator()(const add_column& added) {
  const bool rebuilt = is_rebuilt(added.table);
  if (rebuilt && !added.backfill) {
    return;
  }
  const model::table& table = *names_.after(added.table);
  action& made = make(object_class::column, added.table, added.column.name, stage::add);
  made.where = added.column.where;
  made.columns = {added.column.name};
  made.takes = {"column" + vertex_name(added.table, added.column.name)};
  sql::add_column statement{added.table, added.column, {}, {}};
  if (rebuilt) {
    // The rebuild brings the rest; until then the column only holds what the UPDATE puts there.
    statement.column.nullable = true;
    statement.column.default_to.reset();
  } else {
    statement.checks = checks_with(table, added.column.name);
    if (const model::foreign_key* key = reference_with(table, added.column.name)) {
      statement.references = *key;
    }
  }
  made.run(std::move(statement));
  if (added.backfill) {
    fill_rows(*added.backfill);
  }
}

void sqlite_lowering::operator()(const drop_column& gone) {
  if (is_rebuilt(gone.table)) {
    return;
  }
  const std::string& name = gone.column.name;
  action& made = make(object_class::column, gone.table, name, stage::remove);
  made.columns = {name};
  made.frees = {"column" + vertex_name(gone.table, name)};
  made.loses_data = of_.way == direction::down && !gone.column.generated;
  made.blocks_inserts = !gone.column.nullable && !gone.column.default_to;
  made.run(sql::drop_column{gone.table, name},
           drop_comment(model::object_kind::column, gone.table, {"", name}, made.loses_data));
}

void sqlite_lowering::operator()(const alter_column& altered) {
  if (altered.backfill && !is_folded(altered.table, altered.after.name)) {
    fill_rows(*altered.backfill);
  }
}

void sqlite_lowering::operator()(const backfill_column& filled) {
  if (!is_folded(filled.backfill.table, filled.backfill.column)) {
    fill_rows(filled.backfill);
  }
}

bool sqlite_lowering::is_folded(const model::qualified_name& table,
                                const std::string& column) const {
  const auto found = tables_.find(table);
  return found != tables_.end() && found->second.folds_fill(column);
}

void sqlite_lowering::fill_rows(const model::backfill& backfill) {
  if (backfill.expression.sqlite.empty()) {
    return;
  }
  action& made = make(object_class::column, backfill.table, backfill.column, stage::fill);
  made.where = backfill.where;
  made.columns = {backfill.column};
  made.is_user_dml = true;
  made.fires_triggers = backfill.with == model::backfill::triggers::fire;
  made.moves_no_key = !made.fires_triggers && !is_followed(backfill.table, backfill.column);
  const sql::fill_column update = fill(backfill);
  made.texts = {update.expression, update.condition};
  made.run(update);
  if (backfill.with == model::backfill::triggers::do_not_fire) {
    quiet_.insert(backfill.table);
  }
}

/// Whether a foreign key of either version acts when the column is updated.
bool sqlite_lowering::is_followed(const model::qualified_name& table,
                                  const std::string& column) const {
  const auto follows = [&](const model::schema& in, bool is_old) {
    for (const model::table& each : in.tables) {
      for (const model::foreign_key& key : each.foreign_keys) {
        const model::qualified_name target = is_old ? names_.new_name(key.target) : key.target;
        const bool acts = key.on_update != model::referential_action::no_action &&
                          key.on_update != model::referential_action::restrict_;
        const auto is_column = [&](const std::string& name) {
          return (is_old ? names_.new_column(target, name) : name) == column;
        };
        if (acts && target == table &&
            std::any_of(key.target_columns.begin(), key.target_columns.end(), is_column)) {
          return true;
        }
      }
    }
    return false;
  };
  return follows(of_.from, true) || follows(of_.to, false);
}

void sqlite_lowering::operator()(const create_index& made) {
  if (!is_rebuilt(made.table)) {
    add_index(made.table, made.index);
  }
}

void sqlite_lowering::operator()(const drop_index& gone) {
  if (is_rebuilt(gone.table) || names_.after(gone.table) == nullptr) {
    return;
  }
  remove_index(gone.table,
               gone.index.name,
               drop_comment(model::object_kind::index, gone.table, {"", gone.index.name}, false));
}

void sqlite_lowering::operator()(const replace_index& replaced) {
  if (!is_rebuilt(replaced.table)) {
    remove_index(replaced.table, replaced.before.name, "");
    add_index(replaced.table, replaced.after);
  }
}

void sqlite_lowering::operator()(const rename_index& renamed) {
  const model::table* table = names_.after(renamed.table);
  if (table == nullptr || is_rebuilt(renamed.table)) {
    return;
  }
  for (const model::index& index : table->indexes) {
    if (index.name == renamed.to) {
      remove_index(renamed.table, renamed.from, "");
      add_index(renamed.table, index);
    }
  }
}

void sqlite_lowering::add_index(const model::qualified_name& table, const model::index& index) {
  action& made = make(object_class::index, table, index.name, stage::add);
  made.where = index.where;
  made.takes = {relation_resource({"", index.name})};
  made.texts = {index.predicate.sqlite};
  for (const model::index_key& key : index.keys) {
    made.columns.push_back(key.column);
    made.texts.push_back(key.expression.sqlite);
  }
  made.run(sql::create_index{table, index, false});
}

void sqlite_lowering::remove_index(const model::qualified_name& table,
                                   const std::string& name,
                                   std::string comment) {
  action& made = make(object_class::index, table, name, stage::remove);
  made.frees = {relation_resource({"", name})};
  made.run(sql::drop_index{{"", name}, false}, std::move(comment));
}

void sqlite_lowering::operator()(const create_view& made) { lower(made); }

void sqlite_lowering::operator()(const drop_view& gone) {
  // It still has its old name: SQLite does not rename views, so a rename is a drop and a creation.
  drop_view old = gone;
  old.view.name = names_.old_name(gone.view.name);
  lower(old);
}

void sqlite_lowering::operator()(const rename_view& renamed) {
  const model::view* before = names_.view_before(renamed.to);
  const model::view* after = names_.view_after(renamed.to);
  const bool is_made_again = names_.is_new(renamed.to);
  if (before != nullptr && after != nullptr && !is_made_again) {
    lower(codegen::drop_view{*before});
    lower(codegen::create_view{*after});
  }
}

void sqlite_lowering::operator()(const create_trigger& made) { lower(made); }

void sqlite_lowering::operator()(const drop_trigger& gone) {
  if (names_.after(gone.trigger.table) != nullptr ||
      names_.view_after(gone.trigger.table) != nullptr) {
    lower(gone);
  }
}

void sqlite_lowering::operator()(const rename_trigger& renamed) {
  for (const model::trigger& trigger : of_.to.triggers) {
    if (trigger.name == renamed.to && trigger.table == renamed.table) {
      model::trigger old = trigger;
      old.name = renamed.from;
      lower(codegen::drop_trigger{old});
      lower(codegen::create_trigger{trigger});
    }
  }
}

void sqlite_lowering::operator()(const change_rows& changed) { lower(changed); }

void sqlite_lowering::operator()(const run_sql& run) { lower(run); }

} // namespace strata::codegen
