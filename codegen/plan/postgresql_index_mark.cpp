// REPLICA IDENTITY and CLUSTER ON name an index: they go with it, and come back with the one that
// takes its place.
#include "codegen/plan/index_parts.hpp"
#include "codegen/plan/postgresql.hpp"

#include <algorithm>

namespace strata::codegen {

/// The index or key itself, and those of the tables above that it is a part of.
std::vector<std::string> postgresql_lowering::makers_of(const model::table& table,
                                                        const std::string& index) const {
  std::vector<std::string> all;
  const model::table* at = &table;
  for (std::string name = index; at != nullptr && !name.empty();) {
    all.push_back(vertex_name(at->name, name));
    const model::table* const parent = names_.after(at->descent.partition_of);
    std::string above;
    for (const model::index& each : at->indexes) {
      above = each.name == name ? each.part_of : above;
    }
    if (parent != nullptr && above.empty()) {
      if (at->primary_key && at->primary_key->name == name && parent->primary_key) {
        above = parent->primary_key->name;
      }
      for (const model::unique_constraint& own : at->uniques) {
        for (const model::unique_constraint& each : parent->uniques) {
          above = own.name == name && each.columns == own.columns ? each.name : above;
        }
      }
    }
    name = above;
    at = parent;
  }
  return all;
}

void postgresql_lowering::mark_index(const model::table& after,
                                     const std::string& index,
                                     const model::table& unmarked) {
  const std::vector<std::string> makers = makers_of(after, index);
  const auto is_maker = [&](const action& one) {
    return one.id.at == stage::add &&
           (one.id.of == object_class::index || one.id.of == object_class::table_constraint) &&
           std::find(makers.begin(), makers.end(), one.id.name) != makers.end();
  };
  const auto found = std::find_if(made().rbegin(), made().rend(), is_maker);
  if (found == made().rend()) {
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
