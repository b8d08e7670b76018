// Indexes on PostgreSQL. On a table that is in use they are built and dropped beside its work.
#include "codegen/plan/postgresql.hpp"

#include "codegen/sql/mention.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace strata::codegen {
namespace {

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

void postgresql_lowering::operator()(const set_index_statistics& set) {
  const std::string index = vertex_name(set.table, set.index);
  action& made = make(
      object_class::comment, fmt::format("statistics{}{}{}", index, joint, set.key), stage::add);
  for (const stage at : {stage::rename, stage::add}) {
    made.after.push_back({object_class::index, index, at});
  }
  const model::table* const table = names_.after(set.table);
  const bool is_parent = table != nullptr && !table->descent.partitioned_by.empty();
  made.run(sql::set_index_statistics{{set.table.schema, set.index}, set.key, set.after, is_parent});
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
