// Constraints of existing tables on PostgreSQL, without stopping their writers.
#include "codegen/plan/postgresql.hpp"

#include "codegen/diff/key_index.hpp"
#include "codegen/plan/constraint_facts.hpp"
#include "codegen/plan/index_parts.hpp"
#include "codegen/sql/mention.hpp"
#include "codegen/sql/quote.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

object_class class_of(const constraint& of) {
  return std::holds_alternative<model::foreign_key>(of) ? object_class::foreign_key
                                                        : object_class::table_constraint;
}

bool is_not_enforced(const constraint& of) {
  if (const auto* check = std::get_if<model::check_constraint>(&of)) {
    return check->not_enforced;
  }
  const auto* key = std::get_if<model::foreign_key>(&of);
  return key != nullptr && key->not_enforced;
}

bool is_not_valid(const constraint& of) {
  if (const auto* check = std::get_if<model::check_constraint>(&of)) {
    return check->not_valid;
  }
  const auto* key = std::get_if<model::foreign_key>(&of);
  return key != nullptr && key->not_valid;
}

bool is_primary(const constraint& of) { return std::holds_alternative<model::primary_key>(of); }

/// There is one of a table, whatever it is called.
std::string primary_resource(const model::qualified_name& table) {
  return "primary key" + vertex_name(table);
}

} // namespace

/// Of a partitioned table the server builds no index concurrently and validates no key later.
bool postgresql_lowering::stays_busy(const model::qualified_name& table) const {
  const model::table* before = names_.before(table);
  const model::table* after = names_.after(table);
  const auto is_partitioned = [](const model::table* of) {
    return of != nullptr && !of->descent.partitioned_by.empty();
  };
  return online() && !names_.is_new(table) && !is_partitioned(before) && !is_partitioned(after);
}

void postgresql_lowering::prove(object_class kind,
                                const model::qualified_name& table,
                                const std::string& name) {
  action& made = make(kind, table, name, stage::prove);
  made.conduct = conduct::own_transaction;
  made.after = {{kind, vertex_name(table, name), stage::add}};
  made.run(sql::validate_constraint{table, name});
  before_attachment(table);
}

bool postgresql_lowering::is_put_back(object_class kind,
                                      const model::qualified_name& table,
                                      const std::string& name) const {
  return names_.is_touched(table, [&](const operation& one) {
    if (const auto* gone = std::get_if<codegen::drop_constraint>(&one)) {
      return class_of(gone->constraint) == kind && name_of(gone->constraint) == name;
    }
    const auto* gone = std::get_if<codegen::drop_index>(&one);
    return gone != nullptr && kind == object_class::index && gone->index.name == name;
  });
}

void postgresql_lowering::operator()(const add_constraint& added) {
  if (proves_parents(added) || add_key_to_part(added)) {
    return;
  }
  const std::string& name = name_of(added.constraint);
  const object_class kind = class_of(added.constraint);
  if (is_only_proven(added.table, name)) {
    prove(kind, added.table, name);
    return;
  }
  const std::optional<model::index> index = index_of(added.constraint);
  const bool plainly =
      !stays_busy(added.table) || (index && of_.put_aside.contains(vertex_name(added.table, name)));
  if (index && !plainly) {
    add_key(added.table, added.constraint, name, *index);
    return;
  }
  // PostgreSQL builds these under the lock that it takes, and knows no other way.
  const bool is_exclusion = std::holds_alternative<model::exclusion_constraint>(added.constraint) ||
                            is_without_overlaps(added.constraint);
  action& made = make(kind, added.table, name, stage::add);
  made.where = place_of(added.constraint);
  made.columns = columns_of(added.constraint);
  made.texts = texts_of(added.constraint, of_.on.dialect);
  made.takes = {"constraint" + vertex_name(added.table, name)};
  if (index || is_exclusion) {
    made.takes.push_back(relation_resource({added.table.schema, name}));
  }
  if (is_primary(added.constraint)) {
    made.takes.push_back(primary_resource(added.table));
    for (const std::string& column : made.columns) {
      // A NOT NULL that is not valid yet serves no primary key.
      made.after.push_back(
          {object_class::column, vertex_name(added.table, column), stage::tighten});
    }
  }
  if (names_.is_new(added.table)) {
    made.phase = rollout_phase::expand;
  }
  const bool is_check = std::holds_alternative<model::check_constraint>(added.constraint);
  const bool proves =
      !is_not_enforced(added.constraint) &&
      (is_check ? online() && !names_.is_new(added.table) : !plainly && !is_exclusion && !index);
  if (is_exclusion && !plainly) {
    made.conduct = conduct::own_transaction;
  }
  made.run(sql::add_constraint{
      added.table, added.constraint, proves || is_not_valid(added.constraint), ""});
  before_attachment(added.table);
  after_likeness(added.table, added.constraint);
  if (is_check) {
    if (const auto above = of_check_above(added.table, name, stage::add)) {
      last().before.push_back(*above);
    }
    if (const auto above = of_check_above(added.table, name, stage::remove)) {
      last().after.push_back(*above);
    }
    if (is_not_valid(added.constraint)) {
      after_partitions(added.table);
    }
  }
  if (proves && !is_not_valid(added.constraint)) {
    prove(kind, added.table, name);
  }
  bring_key_parts(added.table, name);
}

void postgresql_lowering::add_key(const model::qualified_name& table,
                                  const constraint& key,
                                  const std::string& name,
                                  const model::index& index) {
  const bool replaces = is_put_back(object_class::table_constraint, table, name);
  model::index built = index;
  if (replaces) {
    built.name = of_.passing.fresh(name);
  }
  build_index(table, built, false);
  after_likeness(table, key);
  action& made = make(object_class::table_constraint, table, name, stage::add);
  made.where = place_of(key);
  made.columns = columns_of(key);
  made.after = {{object_class::index, vertex_name(table, built.name), stage::add}};
  made.takes = {"constraint" + vertex_name(table, name)};
  if (is_primary(key)) {
    made.takes.push_back(primary_resource(table));
  }
  for (const std::string& column : columns_of(key)) {
    made.after.push_back({object_class::column, vertex_name(table, column), stage::tighten});
  }
  made.run(sql::add_constraint{table, key, false, built.name});
}

void postgresql_lowering::operator()(const drop_constraint& gone) {
  if (goes(gone.table) && !std::holds_alternative<model::foreign_key>(gone.constraint)) {
    return;
  }
  if (unproves_parents(gone)) {
    return;
  }
  const std::string& name = name_of(gone.constraint);
  if (is_only_proven(gone.table, name)) {
    return;
  }
  action& made = make(class_of(gone.constraint), gone.table, name, stage::remove);
  made.columns = columns_of(gone.constraint);
  made.frees = {"constraint" + vertex_name(gone.table, name),
                relation_resource({gone.table.schema, name})};
  if (is_primary(gone.constraint)) {
    made.frees.push_back(primary_resource(gone.table));
  }
  while_detached(gone.table);
  before_wholes(gone.table);
  bool is_parents = false;
  if (std::holds_alternative<model::check_constraint>(gone.constraint) &&
      !parts_.moves(gone.table)) {
    const auto above = of_check_above(gone.table, name, stage::remove);
    is_parents = above.has_value();
    if (above) {
      made.after.push_back(*above);
    }
    if (const auto comes = of_check_above(gone.table, name, stage::add)) {
      made.before.push_back(*comes);
    }
  }
  made.run(sql::drop_constraint{gone.table, name, is_parents},
           drop_comment(model::object_kind::constraint, gone.table, {"", name}, false));
  free_key_of_part(gone);
}

void postgresql_lowering::operator()(const rename_constraint& renamed) {
  if (renames_above(renamed)) {
    return;
  }
  action& made = make(object_class::table_constraint, renamed.table, renamed.to, stage::rename);
  made.frees = {"constraint" + vertex_name(renamed.table, renamed.from),
                relation_resource({renamed.table.schema, renamed.from})};
  made.takes = {"constraint" + vertex_name(renamed.table, renamed.to),
                relation_resource({renamed.table.schema, renamed.to})};
  made.run(sql::rename_constraint{renamed.table, renamed.from, renamed.to});
}

} // namespace strata::codegen
