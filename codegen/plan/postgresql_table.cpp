// Tables, rows and the user's SQL on PostgreSQL.
#include "codegen/plan/postgresql.hpp"

#include "codegen/compose/lineage.hpp"
#include "codegen/diff/difference.hpp"
#include "codegen/plan/connect_heirs.hpp"
#include "codegen/plan/owned_sequence.hpp"
#include "codegen/plan/resource.hpp"
#include "codegen/sql/printer.hpp"
#include <algorithm>

#include <fmt/format.h>

#include <set>
#include <vector>

namespace strata::codegen {
namespace {

/// Takes the constraints that CREATE TABLE would lose or make otherwise: of those over the same
/// columns it makes one, and it validates every check. (Those of a partitioned table wait for its
/// partitions.)
std::vector<sql::add_constraint> take_later(model::table& table) {
  std::vector<sql::add_constraint> later;
  std::vector<model::unique_constraint> uniques;
  for (const model::unique_constraint& each : table.uniques) {
    const auto has_same_columns = [&](const auto& other) { return other.columns == each.columns; };
    if ((table.primary_key && has_same_columns(*table.primary_key)) ||
        std::any_of(uniques.begin(), uniques.end(), has_same_columns)) {
      later.push_back({table.name, each, false, ""});
    } else {
      uniques.push_back(each);
    }
  }
  table.uniques = std::move(uniques);
  std::vector<model::exclusion_constraint> exclusions;
  for (const model::exclusion_constraint& each : table.exclusions) {
    if (std::any_of(exclusions.begin(), exclusions.end(), [&](const auto& other) {
          return other.elements == each.elements;
        })) {
      later.push_back({table.name, each, false, ""});
    } else {
      exclusions.push_back(each);
    }
  }
  table.exclusions = std::move(exclusions);
  for (const model::check_constraint& each : table.checks) {
    if (each.not_valid && table.descent.partitioned_by.empty()) {
      later.push_back({table.name, each, true, ""});
    }
  }
  std::erase_if(table.checks, [](const auto& each) { return each.not_valid; });
  return later;
}

} // namespace

bool postgresql_lowering::goes(const model::qualified_name& table) const {
  const bool is_table = names_.after(table) != nullptr;
  const bool is_view = names_.view_after(table) != nullptr;
  // Of another kind is what takes the name, not what had it.
  const bool makes_way = names_.is_touched(table, [&](const operation& one) {
    return (is_view && std::holds_alternative<drop_table>(one)) ||
           (is_table && std::holds_alternative<drop_view>(one));
  });
  return makes_way || (!is_table && !is_view);
}

void postgresql_lowering::operator()(const create_table& created) {
  const model::table& table = created.table;
  action& made = make(object_class::table, vertex_name(table.name), stage::add);
  made.table = vertex_name(table.name);
  made.where = table.where;
  made.takes = {relation_resource(table.name), type_resource(table.name)};
  const auto takes = [&](const auto& key) {
    made.takes.push_back(relation_resource({table.name.schema, key.name}));
  };
  if (table.primary_key) {
    takes(*table.primary_key);
  }
  std::for_each(table.uniques.begin(), table.uniques.end(), takes);
  std::for_each(table.exclusions.begin(), table.exclusions.end(), takes);
  for (const model::column& column : table.columns) {
    if (column.identity) {
      made.takes.push_back(relation_resource(sequence_of(table.name, column).name));
    }
    // Rows of another table are a type.
    if (!column.type.name.name.empty() && column.type.name != table.name) {
      made.after.push_back({object_class::table, vertex_name(column.type.name), stage::add});
    }
  }
  for (const model::qualified_name& parent : table.descent.inherits) {
    made.after.push_back({object_class::table, vertex_name(parent), stage::add});
    made.after.push_back({object_class::table, vertex_name(parent), stage::rename});
  }
  const std::string partitioned = vertex_name(table.descent.partition_of);
  made.after.push_back({object_class::table, partitioned, stage::add});
  made.after.push_back({object_class::table, partitioned, stage::rename});
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
  model::table whole = table;
  for (model::column& column : whole.columns) {
    if (is_serial(column)) {
      model::sequence sequence = sequence_of(table.name, column);
      sequence.owner_table = {};
      sequence.owner_column.clear();
      made.run(sql::create_object{std::move(sequence)});
      column = with_default(table.name, column);
    }
  }
  const bool is_partition = !table.descent.partition_of.name.empty();
  if (is_partition) {
    whole.columns.clear();
    std::erase_if(whole.checks,
                  [&](const auto& each) { return kept_above(table.name, each.name) != nullptr; });
  }
  std::erase_if(whole.columns, is_as_inherited);
  std::vector<model::column> not_valid;
  for (model::column& column : whole.columns) {
    if (!column.nullable && column.not_null.not_valid) {
      not_valid.push_back(column); // CREATE TABLE would validate it.
      column.nullable = true;
    }
  }
  std::vector<sql::add_constraint> later = take_later(whole);
  if (is_partition) {
    take_keys_of_parts(whole, later);
  }
  if (const model::table* const rest = default_beside(table)) {
    create_beside(*rest, sql::create_table{std::move(whole)}, made);
  } else {
    made.run(sql::create_table{std::move(whole)});
  }
  for (sql::add_constraint& each : later) {
    made.run(std::move(each));
  }
  for (model::column& each : not_valid) {
    made.run(sql::add_not_null{table.name, std::move(each), true});
  }
  if (is_partition) {
    finish_partition(table, made);
    finish_checks(table, made);
  }
  finish_heir(table, made);
  finish_table(table, made);
  if (is_partition) {
    add_keys_beside_parts(table);
  }
  for (const model::check_constraint& each : table.checks) {
    if (each.not_valid && !table.descent.partitioned_by.empty()) {
      (*this)(add_constraint{table.name, each});
    }
  }
}

/// Columns that differ from what parents hand down.
void postgresql_lowering::finish_heir(const model::table& table, action& made) {
  model::table plain = table;
  std::erase_if(plain.columns, is_as_inherited);
  const std::vector<model::column> inherited = columns_of_heir(of_.to, plain);
  for (const model::column& column : table.columns) {
    const auto above = std::find_if(inherited.begin(), inherited.end(), [&](const auto& each) {
      return each.name == column.name;
    });
    if (!is_as_inherited(column) || above == inherited.end()) {
      continue;
    }
    if (column.default_to && column.default_to != above->default_to) {
      made.run(sql::set_default{table.name, column.name, *column.default_to});
    } else if (!column.default_to && above->default_to) {
      made.run(sql::drop_default{table.name, column.name});
    }
    if (column.nullable && !above->nullable) {
      made.run(sql::drop_not_null{table.name, column.name});
    } else if (!column.nullable && above->nullable) {
      made.run(sql::set_not_null{table.name, column.name});
    }
  }
}

/// Columns that differ from the parent's, in what may differ.
void postgresql_lowering::finish_partition(const model::table& table, action& made) {
  const auto has_default_above = [&](const model::column& column) {
    const model::table* parent = names_.after(table.descent.partition_of);
    for (; parent != nullptr; parent = names_.after(parent->descent.partition_of)) {
      const auto found = std::find_if(parent->columns.begin(),
                                      parent->columns.end(),
                                      [&](const auto& each) { return each.name == column.name; });
      if (found != parent->columns.end()) {
        return found->default_to.has_value();
      }
    }
    return false;
  };
  for (const model::column& column : table.columns) {
    if (column.default_to) {
      made.run(sql::set_default{table.name, column.name, *column.default_to});
    } else if (has_default_above(column)) {
      made.run(sql::drop_default{table.name, column.name});
    }
    if (!column.nullable) {
      made.run(sql::set_not_null{table.name, column.name});
    }
  }
}

/// What CREATE TABLE cannot say.
void postgresql_lowering::finish_table(const model::table& table, action& made) {
  for (const model::column& column : table.columns) {
    if (is_serial(column)) {
      own_sequence(table.name, column, made);
    }
    set_storage(table.name, {}, column, made);
  }
  model::table open = table;
  open.row_security = false;
  open.row_security_forced = false;
  if (open != table) {
    made.run(sql::alter_table{open, table});
  }
}

void postgresql_lowering::operator()(const drop_table& gone) {
  lower(gone);
  // A table that was renamed has its sequences' names as they were.
  const model::qualified_name old = names_.old_name(gone.table.name);
  for (const model::column& column : gone.table.columns) {
    if (column.identity) {
      last().frees.push_back(relation_resource(sequence_of(old, column).name));
    }
  }
  model::composite_type rows;
  rows.name = gone.table.name;
  refuse_under_columns(rows);
  free_parts(gone.table);
  drop_what_reads_others(gone.table.name);
  // A partition would go with its parent; an heir stands in its parent's way.
  const model::lineage& descent = gone.table.descent;
  const auto before_parent = [&](const model::qualified_name& parent) {
    last().before.push_back(
        {object_class::table, vertex_name(names_.new_name(parent)), stage::remove});
  };
  before_parent(descent.partition_of);
  std::for_each(descent.inherits.begin(), descent.inherits.end(), before_parent);
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

/// Policies and rules go with their table, but not those that read another one that goes, or a
/// column of it.
void postgresql_lowering::drop_what_reads_others(const model::qualified_name& table) {
  const auto loses_columns = [&](const model::qualified_name& name) {
    return names_.is_touched(
        name, [](const operation& one) { return std::holds_alternative<drop_column>(one); });
  };
  const auto each_of = [&](const auto& all) {
    for (const auto& each : all) {
      const bool reads =
          names_.new_name(each.table) == table &&
          std::any_of(each.depends_on.begin(), each.depends_on.end(), [&](const auto& other) {
            const model::qualified_name name = names_.new_name(other);
            return other != each.table && (goes(name) || loses_columns(name));
          });
      if (reads) {
        (*this)(drop_object{each});
      }
    }
  };
  each_of(of_.from.policies);
  each_of(of_.from.rules);
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
        open.push_back(names_.new_name(key.target));
      }
    }
  }
  return false;
}

void postgresql_lowering::operator()(const rename_table& renamed) { lower(renamed); }

void postgresql_lowering::operator()(const change_rows& changed) { lower(changed); }

void postgresql_lowering::operator()(const run_sql& run) { lower(run); }

} // namespace strata::codegen
