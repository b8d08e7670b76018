// What a table is as a whole on PostgreSQL: its partitioning, parents, storage and marks.
#include "codegen/plan/postgresql.hpp"

#include "codegen/plan/connect_heirs.hpp"
#include "codegen/sql/printer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace strata::codegen {

/// Of a partition that is attached again: others may take its place before, as it may take theirs.
void postgresql_lowering::detach(sql::alter_table& change) {
  model::table alone = change.before;
  alone.descent.partition_of = {};
  alone.descent.bounds.clear();
  const std::string name = vertex_name(change.after.name);
  action& made = make(object_class::partition, name, stage::remove);
  made.table = name;
  made.before = {{object_class::table, name, stage::tighten}};
  made.sets_aside = true;
  made.gap = "partition" + name;
  made.run(sql::alter_table{change.before, alone});
  change.before = std::move(alone);
}

void postgresql_lowering::operator()(const alter_table& altered) {
  const model::table& before = altered.before;
  const model::table& after = altered.after;
  if (before.unlogged != after.unlogged) {
    action& made = make(object_class::table, vertex_name(after.name), stage::alter);
    made.table = vertex_name(after.name);
    made.conduct = conduct::own_transaction;
    made.run(sql::set_logged{after.name, !after.unlogged});
  }
  if (before.descent.partitioned_by != after.descent.partitioned_by) {
    out_.add({"S332",
              fmt::format(
                  "table {} is partitioned in another way, and its rows change in the same version",
                  display(after.name)),
              {"let another version say what else becomes of the table"},
              after.where});
  }
  change_parents(altered);
  model::table plain = before; // But for what the above has done.
  plain.unlogged = after.unlogged;
  plain.name = after.name;
  plain.descent.inherits = after.descent.inherits;
  sql::alter_table change{plain, after};
  if (sql::render(change, of_.on.dialect).empty()) {
    return;
  }
  const bool moves = !plain.descent.partition_of.name.empty() &&
                     !after.descent.partition_of.name.empty() &&
                     (plain.descent.partition_of != after.descent.partition_of ||
                      plain.descent.bounds != after.descent.bounds);
  if (moves) {
    detach(change);
  }
  action& made = make(object_class::table, vertex_name(after.name), stage::tighten);
  made.table = vertex_name(after.name);
  if (moves) {
    made.puts_back = true;
    made.gap = "partition" + vertex_name(after.name);
  }
  if (names_.is_new(after.name)) {
    made.phase = rollout_phase::expand;
  }
  for (const std::string& index : {after.replica_index, after.clustered_on}) {
    for (const std::string& maker : makers_of(after.name, index)) {
      made.after.push_back({object_class::index, maker, stage::add});
      made.after.push_back({object_class::table_constraint, maker, stage::add});
    }
    made.after.push_back({object_class::index, vertex_name(after.name, index), stage::rename});
  }
  made.after.push_back({object_class::table, vertex_name(after.descent.partition_of), stage::add});
  if (!names_.is_new(after.name)) { // A new one leaves no parent.
    made.before.push_back({object_class::table,
                           vertex_name(names_.new_name(before.descent.partition_of)),
                           stage::remove});
  }
  made.run(std::move(change));
  if (before.descent.partition_of != after.descent.partition_of && !names_.is_new(after.name)) {
    give_parts(after);
  }
}

/// NO INHERIT and INHERIT; connect_heirs.cpp knows their places.
void postgresql_lowering::change_parents(const alter_table& altered) {
  const model::table& table = altered.after;
  const std::vector<model::qualified_name>& was = altered.before.descent.inherits;
  const std::vector<model::qualified_name>& is = table.descent.inherits;
  const auto lacks = [](const auto& all, const auto& one) {
    return std::find(all.begin(), all.end(), one) == all.end();
  };
  const auto change = [&](const model::qualified_name& parent, bool takes) {
    model::table apart = table;
    apart.descent.inherits.clear();
    model::table heir = apart;
    heir.descent.inherits = {parent};
    action& made =
        make(object_class::table, vertex_of_link(table.name, parent, takes), stage::tighten);
    made.run(takes ? sql::alter_table{apart, heir} : sql::alter_table{heir, apart});
  };
  for (const model::qualified_name& parent : was) {
    if (lacks(is, parent)) {
      change(parent, false);
    }
  }
  for (const model::qualified_name& parent : is) {
    if (lacks(was, parent)) {
      change(parent, true);
    }
  }
}

} // namespace strata::codegen
