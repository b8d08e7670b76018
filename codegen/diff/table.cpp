// Tables: created, dropped, or kept and compared in their parts.
#include "codegen/diff/difference.hpp"
#include "codegen/diff/matching.hpp"

#include <algorithm>
#include <tuple>

namespace strata::codegen {
namespace {

void comment(difference& all, const model::table& of, const std::string& before) {
  set_comment change;
  change.kind = model::object_kind::table;
  change.name = of.name;
  change.before = before;
  change.after = of.comment;
  all.comment(std::move(change));
}

template <typename Elements>
void clear_comments(Elements& elements) {
  for (auto& each : elements) {
    each.comment.clear();
  }
}

/// What CREATE TABLE brings; all else is an operation of its own.
model::table creation_of(const model::table& whole) {
  model::table table = whole;
  table.foreign_keys.clear();
  table.indexes.clear();
  table.rows.reset();
  table.comment.clear();
  table.replica = model::replica_identity::primary_key; // They may name an index to come.
  table.replica_index.clear();
  table.clustered_on.clear();
  clear_comments(table.columns);
  if (table.primary_key) {
    table.primary_key->comment.clear();
  }
  clear_comments(table.uniques);
  clear_comments(table.checks);
  clear_comments(table.exclusions);
  return table;
}

void comment_on_elements(difference& all, const model::table& table) {
  const auto set = [&](model::object_kind kind, const std::string& name, const std::string& text) {
    set_comment change;
    change.kind = kind;
    change.owner = table.name;
    change.name = {{}, name};
    change.after = text;
    all.comment(std::move(change));
  };
  const auto set_all = [&](model::object_kind kind, const auto& elements) {
    for (const auto& each : elements) {
      set(kind, each.name, each.comment);
    }
  };
  set_all(model::object_kind::column, table.columns);
  if (table.primary_key) {
    set(model::object_kind::constraint, table.primary_key->name, table.primary_key->comment);
  }
  set_all(model::object_kind::constraint, table.uniques);
  set_all(model::object_kind::constraint, table.checks);
  set_all(model::object_kind::constraint, table.exclusions);
}

bool has_other_properties(const model::table& before, const model::table& after) {
  const auto facts = [](const model::table& of) {
    return std::tie(of.unlogged,
                    of.strict,
                    of.without_rowid,
                    of.with,
                    of.descent,
                    of.row_security,
                    of.row_security_forced,
                    of.replica,
                    of.replica_index,
                    of.clustered_on);
  };
  return facts(before) != facts(after);
}

void create(difference& all, const model::table& table) {
  all.add(create_table{creation_of(table)});
  comment(all, table, {});
  comment_on_elements(all, table);
  model::table created = table;
  created.foreign_keys.clear();
  diff_foreign_keys(all, created, table);
  diff_indexes(all, table.name, {}, table.indexes);
  const model::table bare = creation_of(table);
  if (has_other_properties(bare, table)) {
    all.add(alter_table{bare, table});
  }
  diff_rows(all, nullptr, table);
}

void compare_heir(difference& all, const model::table& before, const model::table& after) {
  const heir settled = settled_heir(all, before, after);
  diff_columns(all, settled.was, settled.is);
  diff_constraints(all, settled.was, settled.is);
  if (!settled.relinked.empty()) {
    model::table apart = after;
    std::erase_if(apart.descent.inherits, [&](const model::qualified_name& each) {
      return std::count(settled.relinked.begin(), settled.relinked.end(), each) > 0;
    });
    all.add(alter_table{after, apart});
    all.add(alter_table{apart, after});
  }
}

void compare(difference& all, const model::table& before, const model::table& after) {
  const bool inherits = !before.descent.inherits.empty() || !after.descent.inherits.empty();
  if (before == after && !inherits) {
    return; // Most tables, in most versions.
  }
  if (has_other_properties(before, after)) {
    all.add(alter_table{before, after});
  }
  comment(all, after, before.comment);
  if (before.descent.partition_of != after.descent.partition_of) {
    diff_columns(all, with_parents_columns(all.from, before), with_parents_columns(all.to, after));
    diff_moved_partition(all, before, after);
    diff_rows(all, &before, after);
    return;
  }
  if (inherits) {
    compare_heir(all, before, after);
  } else if (after.descent.partition_of.name.empty()) {
    diff_columns(all, before, after);
    diff_constraints(all, before, after);
  } else {
    diff_partition(all, before, after);
    diff_constraints(all, before, after);
  }
  diff_foreign_keys(all, before, after);
  diff_indexes(all, after.name, before.indexes, after.indexes);
  diff_rows(all, &before, after);
}

} // namespace

void diff_tables(difference& all) {
  const auto name = [](const model::table& of) -> const auto& { return of.name; };
  const matched<model::table> tables = match(all.from.tables, all.to.tables, name);
  for (const model::table* each : tables.removed) {
    all.add(drop_table{*each});
    all.disturbed.insert(each->name);
  }
  for (const model::table* each : tables.added) {
    create(all, *each);
  }
  for (const auto& [before, after] : tables.kept) {
    compare(all, *before, *after);
  }
}

} // namespace strata::codegen
