// NOT NULL of columns on PostgreSQL, which rows prove without a lock that stops their readers.
#include "codegen/plan/postgresql.hpp"

#include "codegen/compose/default_names.hpp"
#include "codegen/sql/quote.hpp"

#include <string>
#include <utility>
#include <vector>

namespace strata::codegen {

/// From 18 on a NOT NULL is a constraint, which has a name and can be validated by itself.
bool postgresql_lowering::has_named_not_null() const { return of_.on.minimum_version >= 180000; }

void postgresql_lowering::add_not_null(const model::qualified_name& table,
                                       const model::column& column,
                                       action& set,
                                       const std::vector<vertex>& filled) {
  model::column named = column;
  if (named.not_null.name.empty()) {
    named.not_null.name = not_null_name(table, column);
  }
  const bool validates = online() && !column.not_null.not_valid;
  if (!validates) {
    set.after.insert(set.after.end(), filled.begin(), filled.end());
    set.run(sql::add_not_null{table, named, column.not_null.not_valid});
    return;
  }
  set.conduct = conduct::own_transaction;
  set.run(sql::validate_constraint{table, named.not_null.name});
  const vertex added = {
      object_class::table_constraint, vertex_name(table, named.not_null.name), stage::add};
  set.after.push_back(added);
  action& made = make(added.of, table, named.not_null.name, stage::add);
  made.columns = {column.name};
  made.after.insert(made.after.end(), filled.begin(), filled.end());
  made.run(sql::add_not_null{table, std::move(named), true});
}

/// Of a column that stays not null.
void postgresql_lowering::change_not_null(const alter_column& altered) {
  const model::not_null& was = altered.before.not_null;
  const model::not_null& is = altered.after.not_null;
  const std::string& name = is.name.empty() ? was.name : is.name;
  if (!was.name.empty() && name != was.name) {
    (*this)(rename_constraint{altered.table, was.name, name});
  }
  if (name.empty() || (was.not_valid == is.not_valid && was.no_inherit == is.no_inherit)) {
    return;
  }
  action& made = make(object_class::table_constraint, altered.table, name, stage::tighten);
  made.columns = {altered.after.name};
  made.after = {{object_class::table_constraint, vertex_name(altered.table, name), stage::rename}};
  if (was.no_inherit != is.no_inherit) {
    made.run(sql::set_constraint_inheritance{altered.table, name, is.no_inherit});
  }
  if (was.not_valid && !is.not_valid) {
    made.after.push_back(
        {object_class::column, vertex_name(altered.table, altered.after.name), stage::fill});
    made.conduct = conduct::own_transaction;
    made.run(sql::validate_constraint{altered.table, name});
  } else if (!was.not_valid && is.not_valid) {
    made.run(sql::drop_not_null{altered.table, altered.after.name});
    made.run(sql::add_not_null{altered.table, altered.after, true});
  }
}

void postgresql_lowering::tighten(const model::qualified_name& table, const model::column& column) {
  action& set = make(object_class::column, table, column.name, stage::tighten);
  set.columns = {column.name};
  const vertex filled = {object_class::column, vertex_name(table, column.name), stage::fill};
  const vertex filled_again = {object_class::rows, vertex_name(table, column.name), stage::fill};
  if (has_named_not_null()) {
    add_not_null(table, column, set, {filled, filled_again});
    return;
  }
  if (!online()) {
    set.after = {filled};
    set.run(sql::set_not_null{table, column.name});
    return;
  }
  // The check proves the column without the lock that SET NOT NULL takes.
  const std::string name = of_.passing.make("strata_not_null_" + column.name, "");
  model::check_constraint check;
  check.name = name;
  check.expression.postgresql = sql::quote(column.name) + " IS NOT NULL";
  action& added = make(object_class::table_constraint, table, name, stage::add);
  added.columns = {column.name};
  added.after = {filled, filled_again};
  added.run(sql::add_constraint{table, check, true, ""});
  prove(object_class::table_constraint, table, name);
  set.after = {{object_class::table_constraint, vertex_name(table, name), stage::prove}};
  set.run(sql::set_not_null{table, column.name});
  set.run(sql::drop_constraint{table, name});
}

} // namespace strata::codegen
