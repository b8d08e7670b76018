// Tables, rows and the user's SQL on PostgreSQL.
#include "codegen/plan/postgresql.hpp"

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

void postgresql_lowering::operator()(const drop_table& gone) { lower(gone); }

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
