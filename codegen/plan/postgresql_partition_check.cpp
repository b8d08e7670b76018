// Checks of partitions that their parents have too. A parent's that is not valid may be valid in a
// partition: the server makes it valid in those that come after it.
#include "codegen/plan/constraint_facts.hpp"
#include "codegen/plan/index_parts.hpp"
#include "codegen/plan/postgresql.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

const model::check_constraint* find_check(const model::table* in, const std::string& name) {
  if (in == nullptr) {
    return nullptr;
  }
  const auto found = std::find_if(
      in->checks.begin(), in->checks.end(), [&](const auto& each) { return each.name == name; });
  return found == in->checks.end() ? nullptr : &*found;
}

vertex of_check(const model::qualified_name& table, const std::string& name, stage at) {
  return {object_class::table_constraint, vertex_name(table, name), at};
}

template <typename Operation>
bool has_operation(const change& of, const model::qualified_name& table, const std::string& name) {
  return std::any_of(of.operations.begin(), of.operations.end(), [&](const operation& one) {
    const auto* on = std::get_if<Operation>(&one);
    return on != nullptr && on->table == table && name_of(on->constraint) == name;
  });
}

} // namespace

/// The check of the nearest table above that has it, where that stays as it is.
const model::check_constraint*
postgresql_lowering::kept_above(const model::qualified_name& partition,
                                const std::string& check) const {
  const model::table* above = names_.after(parts_.parent_after(partition));
  while (above != nullptr) {
    if (const model::check_constraint* const found = find_check(above, check)) {
      const bool is_made =
          names_.is_new(above->name) || has_operation<add_constraint>(of_, above->name, check);
      return is_made ? nullptr : found;
    }
    above = names_.after(above->descent.partition_of);
  }
  return nullptr;
}

/// What makes or drops the check of that name of a table above.
std::optional<vertex> postgresql_lowering::of_check_above(const model::qualified_name& partition,
                                                          const std::string& check,
                                                          stage at) const {
  const bool is_old = at == stage::remove;
  const auto parent_of = [&](const model::qualified_name& of) {
    return is_old ? parts_.parent_before(of) : parts_.parent_after(of);
  };
  for (model::qualified_name above = parent_of(partition); !above.name.empty();
       above = parent_of(above)) {
    if (find_check(is_old ? names_.before(above) : names_.after(above), check) != nullptr) {
      return of_check(above, check, at);
    }
  }
  return std::nullopt;
}

/// The partition has it already, not valid as its parent's.
bool postgresql_lowering::proves_parents(const add_constraint& added) {
  const auto* check = std::get_if<model::check_constraint>(&added.constraint);
  if (check == nullptr || parts_.moves(added.table) ||
      kept_above(added.table, check->name) == nullptr) {
    return false;
  }
  prove(object_class::table_constraint, added.table, check->name);
  return true;
}

/// No ALTER makes a valid check one that is not valid, nor drops it while it is the parent's too.
bool postgresql_lowering::unproves_parents(const drop_constraint& gone) {
  const auto* check = std::get_if<model::check_constraint>(&gone.constraint);
  const model::table* const partition = names_.after(gone.table);
  if (check == nullptr || partition == nullptr || parts_.moves(gone.table)) {
    return false;
  }
  const model::check_constraint* const above = kept_above(gone.table, check->name);
  if (above == nullptr) {
    return false;
  }
  action& made = make(object_class::table_constraint, gone.table, check->name, stage::alter);
  made.columns = columns_of(gone.constraint);
  attach_again(*partition, *above, made);
  return true;
}

/// In a transaction nobody sees it detached.
void postgresql_lowering::attach_again(const model::table& partition,
                                       const model::check_constraint& check,
                                       action& made) const {
  model::table alone = partition;
  alone.descent.partition_of = {};
  made.run(sql::alter_table{partition, alone},
           check.name + " is not valid of the parent, and would be of this partition");
  made.run(sql::drop_constraint{partition.name, check.name});
  model::check_constraint plain = check;
  plain.comment.clear();
  made.run(sql::add_constraint{partition.name, plain, true, ""});
  made.run(sql::alter_table{alone, partition});
}

/// A parent's takes its partitions' with it.
bool postgresql_lowering::renames_above(const rename_constraint& renamed) const {
  for (auto above = parts_.parent_before(renamed.table); !above.name.empty();
       above = parts_.parent_before(above)) {
    if (parts_.old_name(above, renamed.to) == renamed.from &&
        find_check(names_.before(above), renamed.from) != nullptr) {
      return true;
    }
  }
  return false;
}

/// A check that is not valid becomes that of the partitions which are there.
void postgresql_lowering::after_partitions(const model::qualified_name& table) {
  for (const model::table& each : of_.to.tables) {
    model::qualified_name above = each.descent.partition_of;
    while (!above.name.empty() && above != table) {
      above = parts_.parent_after(above);
    }
    if (above == table) {
      last().after.push_back({object_class::table, vertex_name(each.name), stage::add});
      last().after.push_back({object_class::table, vertex_name(each.name), stage::tighten});
    }
  }
}

/// Of a new partition: as declared, where its parent's is not valid.
void postgresql_lowering::finish_checks(const model::table& partition, action& made) {
  const model::table* above = names_.after(partition.descent.partition_of);
  for (; above != nullptr; above = names_.after(above->descent.partition_of)) {
    for (const model::check_constraint& each : above->checks) {
      if (each.not_valid && find_check(&partition, each.name) == nullptr &&
          kept_above(partition.name, each.name) == &each) {
        attach_again(partition, each, made);
      }
    }
  }
}

} // namespace strata::codegen
