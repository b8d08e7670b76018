// Actions that are the same on both databases.
#include "codegen/plan/lowering.hpp"

#include "codegen/plan/phase.hpp"
#include "codegen/plan/resource.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

std::string in_lower_case(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

} // namespace

action& lowering::make(object_class kind, std::string name, stage at) {
  action& made = actions_.emplace_back();
  made.id = {kind, std::move(name), at};
  made.phase = phase_of(kind, at);
  return made;
}

action& lowering::make(object_class kind,
                       const model::qualified_name& table,
                       const std::string& name,
                       stage at) {
  action& made = make(kind, vertex_name(table, name), at);
  made.table = vertex_name(table);
  return made;
}

std::string lowering::drop_comment(model::object_kind kind,
                                   const model::qualified_name& owner,
                                   const model::qualified_name& name,
                                   bool loses_data) const {
  if (const std::string why = names_.reason(kind, owner, name); !why.empty()) {
    return fmt::format("{} is dropped: {}", name.name, why);
  }
  return loses_data ? name.name + " is dropped, and what it holds is lost" : "";
}

void lowering::lower(const rename_table& renamed) {
  const auto rename = [&](const model::qualified_name& from, const model::qualified_name& to) {
    action& made = make(object_class::table, vertex_name(renamed.to), stage::rename);
    made.table = vertex_name(renamed.to);
    made.frees = {relation_resource(from), type_resource(from)};
    made.takes = {relation_resource(to), type_resource(to)};
    made.run(sql::rename_table{from, to.name});
  };
  const bool keeps_letters = of_.on.dialect == model::dialect::sqlite &&
                             in_lower_case(renamed.from.name) == in_lower_case(renamed.to.name);
  // SQLite takes a name that differs in case for the table's own, which is taken.
  if (names_.opens_circle(renamed) || keeps_letters) {
    const model::qualified_name aside = {renamed.from.schema, of_.passing.old(renamed.from.name)};
    rename(renamed.from, aside);
    rename(aside, renamed.to);
    last().frees.clear(); // Nothing else waits for the passing name.
  } else {
    rename(renamed.from, renamed.to);
  }
}

/// Whether the table, or what it was a partition of, is partitioned anew, and keeps its rows so.
bool lowering::is_made_again(const model::qualified_name& table) const {
  const auto& anew = of_.partitioned_anew;
  const model::table* at = names_.before(table);
  while (at != nullptr && std::find(anew.begin(), anew.end(), at->name) == anew.end()) {
    const model::qualified_name& parent = at->descent.partition_of;
    at = parent.name.empty() ? nullptr : names_.before(names_.new_name(parent));
  }
  return at != nullptr;
}

void lowering::lower(const drop_table& gone) {
  action& made = make(object_class::table, vertex_name(gone.table.name), stage::remove);
  made.table = vertex_name(gone.table.name);
  const bool is_another =
      std::any_of(of_.from.tables.begin(), of_.from.tables.end(), [&](const auto& each) {
        return each.name == gone.table.name;
      });
  const bool is_renamed = names_.old_name(gone.table.name) != gone.table.name;
  if (is_another && is_renamed) {
    // A table that stays takes the name: what is done to that one does not come before.
    made.table += joint;
  }
  made.where = gone.table.where;
  if (is_another || !is_renamed) { // Else a rename gave it the name, to get it out of the way.
    made.frees = {relation_resource(gone.table.name), type_resource(gone.table.name)};
  }
  made.makes_way = names_.view_after(gone.table.name) != nullptr;
  // Its indexes go with it, and give their names to those of other tables.
  const auto frees = [&](const auto& each) {
    made.frees.push_back(relation_resource({gone.table.name.schema, each.name}));
  };
  std::for_each(gone.table.indexes.begin(), gone.table.indexes.end(), frees);
  if (of_.on.dialect == model::dialect::postgresql) {
    if (gone.table.primary_key) {
      frees(*gone.table.primary_key);
    }
    std::for_each(gone.table.uniques.begin(), gone.table.uniques.end(), frees);
    std::for_each(gone.table.exclusions.begin(), gone.table.exclusions.end(), frees);
  }
  made.loses_data = of_.way == direction::down && !is_made_again(gone.table.name);
  made.run(sql::drop_table{gone.table.name},
           drop_comment(model::object_kind::table, {}, gone.table.name, made.loses_data));
}

void lowering::lower(const rename_column& renamed) {
  const auto rename = [&](const std::string& from, const std::string& to) {
    action& made = make(object_class::column, renamed.table, renamed.to, stage::rename);
    made.frees = {"column" + vertex_name(renamed.table, from)};
    made.takes = {"column" + vertex_name(renamed.table, to)};
    made.columns = {renamed.to};
    made.run(sql::rename_column{renamed.table, from, to});
  };
  if (names_.opens_circle(renamed)) {
    const std::string aside = of_.passing.old(renamed.from);
    rename(renamed.from, aside);
    rename(aside, renamed.to);
    last().frees.clear();
  } else {
    rename(renamed.from, renamed.to);
  }
}

void lowering::lower(const create_view& created) {
  action& made = make(object_class::view, vertex_name(created.view.name), stage::add);
  made.where = created.view.where;
  made.takes = {relation_resource(created.view.name), type_resource(created.view.name)};
  made.texts = {created.view.query.for_dialect(of_.on.dialect)};
  made.run(sql::create_view{created.view});
}

void lowering::lower(const drop_view& gone) {
  action& made = make(object_class::view, vertex_name(gone.view.name), stage::remove);
  made.frees = {relation_resource(gone.view.name), type_resource(gone.view.name)};
  made.run(sql::drop_view{gone.view.name, gone.view.materialized},
           drop_comment(model::object_kind::view, {}, gone.view.name, false));
}

void lowering::lower(const create_trigger& created) {
  const model::trigger& trigger = created.trigger;
  action& made = make(object_class::trigger, trigger.table, trigger.name, stage::add);
  made.where = trigger.where;
  made.texts = {trigger.events.for_dialect(of_.on.dialect),
                trigger.action.for_dialect(of_.on.dialect)};
  made.takes = {own_resource(object_class::trigger, made.id.name)};
  made.run(sql::create_trigger{trigger});
}

void lowering::lower(const drop_trigger& gone) {
  const model::trigger& trigger = gone.trigger;
  action& made = make(object_class::trigger, trigger.table, trigger.name, stage::remove);
  made.frees = {own_resource(object_class::trigger, made.id.name)};
  made.run(sql::drop_trigger{trigger.name, trigger.table},
           drop_comment(model::object_kind::trigger, trigger.table, {"", trigger.name}, false));
}

void lowering::lower(const change_rows& changed) {
  const model::table* table = names_.after(changed.table);
  const auto is_identity = [&](const std::string& name) {
    return table != nullptr &&
           std::any_of(table->columns.begin(), table->columns.end(), [&](const auto& column) {
             return column.name == name && column.identity;
           });
  };
  if (!changed.deleted.empty()) {
    action& made = make(object_class::rows, changed.table, "", stage::remove);
    made.is_user_dml = true;
    for (const change_rows::change& row : changed.deleted) {
      std::vector<model::literal> key;
      for (const std::string& column : changed.key_columns) {
        const auto at = std::find(row.columns.begin(), row.columns.end(), column);
        key.push_back(row.values.at(static_cast<std::size_t>(at - row.columns.begin())));
      }
      made.run(sql::delete_row{changed.table, changed.key_columns, std::move(key)});
    }
  }
  if (changed.inserted.empty() && changed.updated.empty()) {
    return;
  }
  action& made = make(object_class::rows, changed.table, "", stage::add);
  made.is_user_dml = true;
  if (names_.is_new(changed.table)) {
    made.phase = rollout_phase::expand;
  }
  sql::insert_rows insert;
  for (const change_rows::change& row : changed.inserted) {
    insert.columns = row.columns;
    insert.rows.push_back(row.values);
  }
  if (!insert.rows.empty()) {
    insert.table = changed.table;
    insert.overriding = std::any_of(insert.columns.begin(), insert.columns.end(), is_identity);
    made.columns = insert.columns;
    made.run(insert);
    for (const std::string& column : insert.columns) {
      if (is_identity(column) && of_.on.dialect == model::dialect::postgresql) {
        made.run(sql::advance_sequence{changed.table, column});
      }
    }
  }
  for (const change_rows::update& update : changed.updated) {
    made.columns.insert(
        made.columns.end(), update.after.columns.begin(), update.after.columns.end());
    made.run(sql::update_row{changed.table, update});
  }
}

void lowering::lower(const run_sql& run) {
  const model::custom_sql& own = run.statement;
  const std::string& text = own.up.for_dialect(of_.on.dialect);
  if (text.empty()) {
    return;
  }
  const bool before = own.when == model::custom_sql::timing::before;
  action& made = make(before ? object_class::before_sql : object_class::after_sql,
                      fmt::format("{:04}", ++statements_run_),
                      stage::add);
  made.where = own.where;
  made.is_user_dml = true;
  if (!own.in_transaction) {
    made.conduct = conduct::outside_transaction;
    made.done_when = own.done_when.for_dialect(of_.on.dialect);
  }
  made.run(sql::verbatim{text});
}

sql::fill_column lowering::fill(const model::backfill& backfill) const {
  const std::string& condition = backfill.where_sql.for_dialect(of_.on.dialect);
  return {backfill.table,
          backfill.column,
          backfill.expression.for_dialect(of_.on.dialect),
          condition.empty() ? sql::quote(backfill.column) + " IS NULL" : condition};
}

std::string relation_resource(const model::qualified_name& name) {
  return "relation" + (joint + vertex_name(name));
}

} // namespace strata::codegen
