// Constraints and indexes of existing tables on PostgreSQL, without stopping their writers.
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

/// As a marker names an index: plainly in the default schema (docs/sql-files.md).
std::string marker_name(const model::qualified_name& name) {
  return name.schema.empty() ? name.name : sql::quote(name);
}

std::vector<std::string> columns_in(const model::index& index) {
  std::vector<std::string> columns = index.include;
  for (const model::index_key& key : index.keys) {
    if (!key.column.empty()) {
      columns.push_back(key.column);
    }
  }
  return columns;
}

std::vector<std::string> texts_in(const model::index& index) {
  std::vector<std::string> texts = {index.predicate.postgresql};
  for (const model::index_key& key : index.keys) {
    texts.push_back(key.expression.postgresql);
  }
  return texts;
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

void postgresql_lowering::build_index(const model::qualified_name& table,
                                      const model::index& index,
                                      bool plainly) {
  const model::qualified_name name = {table.schema, index.name};
  action& made = make(object_class::index, table, index.name, stage::add);
  made.where = index.where;
  made.columns = columns_in(index);
  made.texts = texts_in(index);
  made.takes = {relation_resource(name)};
  if (!plainly) {
    made.conduct = conduct::outside_transaction;
    made.builds_index = marker_name(name);
    if (index.unique) {
      made.phase = rollout_phase::contract;
    }
  }
  made.run(sql::create_index{table, index, !plainly});
}

void postgresql_lowering::operator()(const create_index& created) {
  const bool is_back = is_put_back(object_class::index, created.table, created.index.name);
  if (!created.index.part_of.empty()) {
    create_part(created.table, created.index);
    return;
  }
  build_index(created.table, created.index, !stays_busy(created.table) || is_back);
  wait_for_whole(created.table, created.index);
  bring_parts(created.table, created.index);
}

void postgresql_lowering::operator()(const drop_index& gone) {
  if (goes(gone.table)) {
    return;
  }
  if (gone.index.part_of.empty()) {
    drop_plain_index(gone);
  } else {
    drop_part(gone);
  }
}

void postgresql_lowering::drop_plain_index(const drop_index& gone) {
  const model::qualified_name name = {gone.table.schema, gone.index.name};
  const bool comes_back = names_.is_touched(gone.table, [&](const operation& one) {
    const auto* made = std::get_if<codegen::create_index>(&one);
    return made != nullptr && made->index.name == name.name;
  });
  action& made = make(object_class::index, gone.table, name.name, stage::remove);
  made.columns = columns_in(gone.index);
  made.frees = {relation_resource(name)};
  const bool concurrently = stays_busy(gone.table) && !comes_back && !is_detached(gone.table);
  if (concurrently) {
    made.conduct = conduct::outside_transaction;
    made.drops_index = marker_name(name);
  }
  while_detached(gone.table);
  made.run(sql::drop_index{name, concurrently},
           drop_comment(model::object_kind::index, gone.table, {"", name.name}, false));
  free_whole_of_keys(gone.table, gone.index);
}

/// Columns of the older index that the change drops, and the index with them.
std::vector<const drop_column*>
postgresql_lowering::columns_lost_by(const replace_index& replaced) const {
  std::vector<const drop_column*> lost;
  const std::vector<std::string> keys = columns_in(replaced.before);
  const std::vector<std::string> texts = texts_in(replaced.before);
  for (const operation* one : names_.operations_on(replaced.table)) {
    const auto* gone = std::get_if<drop_column>(one);
    if (gone == nullptr) {
      continue;
    }
    const std::string& name = gone->column.name;
    const bool used = std::find(keys.begin(), keys.end(), name) != keys.end() ||
                      std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
                        return sql::mentions(text, name);
                      });
    if (used) {
      lost.push_back(gone);
    }
  }
  return lost;
}

/// Whether the column can stay until another index is built: nothing takes its name, and it is not
/// generated from columns that may have to wait for it to go.
bool postgresql_lowering::can_stay(const drop_column& gone) const {
  const model::table* after = names_.after(gone.table);
  return !gone.column.generated && after != nullptr &&
         std::none_of(after->columns.begin(), after->columns.end(), [&](const auto& column) {
           return column.name == gone.column.name;
         });
}

/// One that is not valid serves nobody until the new one is built.
void postgresql_lowering::replace_plainly(const replace_index& replaced) {
  const model::qualified_name& table = replaced.table;
  const model::qualified_name name = {table.schema, replaced.after.name};
  const bool plainly = !stays_busy(table);
  action& dropped = make(object_class::index, table, name.name, stage::remove);
  if (!plainly) {
    dropped.conduct = conduct::outside_transaction;
    dropped.drops_index = marker_name(name);
  }
  dropped.run(sql::drop_index{name, !plainly},
              replaced.before.not_valid ? "its building failed: it is not valid, and built again"
                                        : "");
  free_whole_of_keys(table, replaced.before);
  build_index(table, replaced.after, plainly);
  last().after.push_back({object_class::index, vertex_name(table, name.name), stage::remove});
  bring_parts(table, replaced.after);
}

void postgresql_lowering::operator()(const replace_index& replaced) {
  const model::qualified_name& table = replaced.table;
  const model::qualified_name name = {table.schema, replaced.after.name};
  if (is_moved_part(replaced)) {
    move_part(replaced);
    return;
  }
  if (is_completed(replaced)) {
    complete_index(replaced);
    return;
  }
  if (!replaced.before.part_of.empty() || !replaced.after.part_of.empty()) {
    (*this)(drop_index{table, replaced.before});
    (*this)(create_index{table, replaced.after});
    return;
  }
  const std::vector<const drop_column*> lost = columns_lost_by(replaced);
  const bool serves = !replaced.before.not_valid &&
                      std::all_of(lost.begin(), lost.end(), [&](const drop_column* gone) {
                        return can_stay(*gone);
                      });
  if (!stays_busy(table) || !serves) {
    replace_plainly(replaced);
    return;
  }
  const std::string old = of_.passing.old(name.name);
  const vertex renamed = {object_class::index, vertex_name(table, name.name), stage::rename};
  make(object_class::index, table, name.name, stage::rename)
      .run(sql::rename_index{name, old}, "the old index serves until the new one is built");
  action& built = make(object_class::index, table, name.name, stage::add);
  built.where = replaced.after.where;
  built.phase = rollout_phase::contract;
  built.conduct = conduct::outside_transaction;
  built.columns = columns_in(replaced.after);
  built.texts = texts_in(replaced.after);
  built.after = {renamed};
  built.builds_index = marker_name(name);
  built.run(sql::create_index{table, replaced.after, true});
  // Not a removal to the graph: that would come before changes of columns.
  action& dropped = make(object_class::index, table, old, stage::tighten);
  dropped.conduct = conduct::outside_transaction;
  dropped.after = {built.id};
  for (const drop_column* gone : lost) {
    dropped.before.push_back(
        {object_class::column, vertex_name(table, gone->column.name), stage::remove});
  }
  dropped.drops_index = marker_name({table.schema, old});
  dropped.run(sql::drop_index{{table.schema, old}, true});
}

void postgresql_lowering::operator()(const rename_index& renamed) {
  const model::qualified_name from = {renamed.table.schema, renamed.from};
  action& made = make(object_class::index, renamed.table, renamed.to, stage::rename);
  made.frees = {relation_resource(from)};
  made.takes = {relation_resource({renamed.table.schema, renamed.to})};
  made.run(sql::rename_index{from, renamed.to});
}

} // namespace strata::codegen
