// Tables, rows and the user's SQL on PostgreSQL.
#include "codegen/plan/postgresql.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace strata::codegen {

bool postgresql_lowering::goes(const model::qualified_name& table) const {
  return names_.after(table) == nullptr && names_.view_after(table) == nullptr;
}

void postgresql_lowering::operator()(const create_table& created) {
  const model::table& table = created.table;
  action& made = make(object_class::table, vertex_name(table.name), stage::add);
  made.table = vertex_name(table.name);
  made.where = table.where;
  made.takes = {relation_resource(table.name)};
  const auto takes = [&](const auto& key) {
    made.takes.push_back(relation_resource({table.name.schema, key.name}));
  };
  if (table.primary_key) {
    takes(*table.primary_key);
  }
  std::for_each(table.uniques.begin(), table.uniques.end(), takes);
  std::for_each(table.exclusions.begin(), table.exclusions.end(), takes);
  for (const model::column& column : table.columns) {
    if (column.generated) {
      made.texts.push_back(column.generated->expression.postgresql);
    }
    if (const auto* text =
            column.default_to ? std::get_if<model::sql_text>(&*column.default_to) : nullptr) {
      made.texts.push_back(text->postgresql);
    }
  }
  for (const model::check_constraint& check : table.checks) {
    made.texts.push_back(check.expression.postgresql);
  }
  made.run(sql::create_table{table});
}

void postgresql_lowering::operator()(const drop_table& gone) {
  lower(gone);
  // Tables that refer to each other cannot go one after the other with their keys.
  for (const model::foreign_key& key : gone.table.foreign_keys) {
    if (key.target == gone.table.name || !refers_back(key.target, gone.table.name)) {
      continue;
    }
    action& made = make(object_class::foreign_key, gone.table.name, key.name, stage::remove);
    made.columns = key.columns;
    made.run(sql::drop_constraint{gone.table.name, key.name});
  }
}

bool postgresql_lowering::refers_back(const model::qualified_name& from,
                                      const model::qualified_name& to) const {
  std::set<model::qualified_name> seen;
  std::vector<model::qualified_name> open = {from};
  while (!open.empty()) {
    const model::qualified_name table = open.back();
    open.pop_back();
    if (table == to) {
      return true;
    }
    const model::table* before = goes(table) ? names_.before(table) : nullptr;
    if (before != nullptr && seen.insert(table).second) {
      for (const model::foreign_key& key : before->foreign_keys) {
        open.push_back(key.target);
      }
    }
  }
  return false;
}

void postgresql_lowering::operator()(const rename_table& renamed) { lower(renamed); }

void postgresql_lowering::operator()(const alter_table& altered) {
  if (altered.before.unlogged == altered.after.unlogged) {
    return;
  }
  action& made = make(object_class::table, vertex_name(altered.after.name), stage::alter);
  made.table = vertex_name(altered.after.name);
  made.conduct = conduct::own_transaction;
  made.run(sql::set_logged{altered.after.name, !altered.after.unlogged});
}

void postgresql_lowering::operator()(const change_rows& changed) { lower(changed); }

void postgresql_lowering::operator()(const run_sql& run) { lower(run); }

} // namespace strata::codegen
