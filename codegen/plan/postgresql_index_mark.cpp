// REPLICA IDENTITY and CLUSTER ON name an index: they go with it, and come back with the one that
// takes its place.
#include "codegen/plan/index_parts.hpp"
#include "codegen/plan/postgresql.hpp"

#include <algorithm>
#include <set>

namespace strata::codegen {

/// The index or key itself, and that of a table above of which it is a part.
std::vector<std::string> postgresql_lowering::makers_of(const model::qualified_name& table,
                                                        const std::string& index) const {
  std::vector<std::string> all = {vertex_name(table, index)};
  for (const whole& each : parts_.wholes_of(table, false)) {
    if (each.name == index) {
      all.push_back(vertex_name(each.table, each.declared));
    }
  }
  return all;
}

/// What puts the index there, or gives it its name; null: nothing.
action* postgresql_lowering::maker_of(const model::qualified_name& table,
                                      const std::string& index) {
  const std::vector<std::string> makers = makers_of(table, index);
  const auto makes = [&](const action& one) {
    return one.id.at == stage::add &&
           (one.id.of == object_class::index || one.id.of == object_class::table_constraint) &&
           std::find(makers.begin(), makers.end(), one.id.name) != makers.end();
  };
  const auto names = [&](const action& one) {
    const auto* renamed = is(one, object_class::index, stage::rename) && one.id.name == makers[0]
                              ? std::get_if<sql::rename_index>(&one.statements.front().statement)
                              : nullptr;
    return renamed != nullptr && renamed->to == index;
  };
  const auto made_it = std::find_if(made().rbegin(), made().rend(), makes);
  if (made_it == made().rend()) {
    return nullptr;
  }
  const auto named_it = std::find_if(made().rbegin(), made().rend(), names);
  return named_it == made().rend() ? &*made_it : &*named_it;
}

/// The server itself makes a partition's index again where the parent's column has another type,
/// and forgets its marks. Those of a table with indexes of its own it remembers.
void postgresql_lowering::mark_after_types(const model::table& after,
                                           const model::table& unmarked) {
  std::set<std::string> above;
  for (const model::table* each = &after;
       each != nullptr && above.insert(vertex_name(each->descent.partition_of)).second;) {
    each = names_.after(each->descent.partition_of);
  }
  std::vector<vertex> changes;
  for (const action& one : made()) {
    if (one.id.of == object_class::column && one.id.at == stage::alter &&
        above.contains(one.table)) {
      changes.push_back(one.id);
    }
  }
  if (!changes.empty()) {
    action& mark = make(object_class::table, vertex_name(after.name), stage::tighten);
    mark.table = vertex_name(after.name);
    mark.after = std::move(changes);
    mark.run(sql::alter_table{unmarked, after});
  }
}

void postgresql_lowering::mark_index(const model::table& after,
                                     const std::string& index,
                                     const model::table& unmarked) {
  action* const found = maker_of(after.name, index);
  if (found == nullptr) {
    mark_after_types(after, unmarked);
    return;
  }
  if (found->conduct == conduct::in_transaction) {
    found->run(sql::alter_table{unmarked, after});
    return;
  }
  const vertex maker = found->id;
  action& mark = make(object_class::table, vertex_name(after.name), stage::tighten);
  mark.table = vertex_name(after.name);
  mark.after = {maker};
  for (const model::column& each : after.columns) {
    mark.after.push_back(
        {object_class::column, vertex_name(after.name, each.name), stage::tighten});
  }
  mark.before = {{object_class::index,
                  vertex_name(after.name, of_.passing.make(index, "__strata_old")),
                  stage::tighten}};
  mark.run(sql::alter_table{unmarked, after});
}

void postgresql_lowering::mark_indexes() {
  for (const model::table& after : of_.to.tables) {
    const bool has_mark = !after.replica_index.empty() || !after.clustered_on.empty();
    const model::table* const before = has_mark ? names_.before(after.name) : nullptr;
    if (before == nullptr || names_.is_new(after.name)) {
      continue;
    }
    // What changes is said by an operation of its own.
    if (!after.replica_index.empty() && before->replica_index == after.replica_index) {
      model::table unmarked = after;
      unmarked.replica = model::replica_identity::primary_key;
      unmarked.replica_index.clear();
      mark_index(after, after.replica_index, unmarked);
    }
    if (!after.clustered_on.empty() && before->clustered_on == after.clustered_on) {
      model::table unmarked = after;
      unmarked.clustered_on.clear();
      mark_index(after, after.clustered_on, unmarked);
    }
  }
}

} // namespace strata::codegen
