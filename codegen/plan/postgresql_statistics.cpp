// What the server forgets where the type of a column changes: how the column is stored, and of the
// statistics objects over it, which it makes again, their owners and targets.
#include "codegen/plan/postgresql.hpp"

#include "codegen/sql/mention.hpp"
#include "codegen/sql/printer.hpp"

#include <algorithm>

namespace strata::codegen {

/// The table, its partitions and its heirs, theirs and so on.
std::vector<const model::table*>
postgresql_lowering::with_heirs(const model::qualified_name& table) const {
  std::vector<const model::table*> found;
  const auto has = [&](const model::qualified_name& name) {
    return name == table || std::any_of(found.begin(), found.end(), [&](const auto* each) {
             return each->name == name;
           });
  };
  for (std::size_t size = found.size() + 1; size != found.size();) {
    size = found.size();
    for (const model::table& each : of_.to.tables) {
      const std::vector<model::qualified_name>& parents = each.descent.inherits;
      const bool is_heir = each.name == table || has(each.descent.partition_of) ||
                           std::any_of(parents.begin(), parents.end(), has);
      if (is_heir && std::find(found.begin(), found.end(), &each) == found.end()) {
        found.push_back(&each);
      }
    }
  }
  return found;
}

std::vector<const model::statistics*>
postgresql_lowering::statistics_over(const model::qualified_name& table,
                                     const std::string& column) const {
  std::vector<const model::statistics*> found;
  const std::vector<const model::table*> tables = with_heirs(table);
  for (const model::statistics& each : of_.to.statistics_objects) {
    const bool is_on = std::any_of(
        tables.begin(), tables.end(), [&](const auto* of) { return of->name == each.table; });
    if (is_on && sql::mentions(each.on, column)) {
      found.push_back(&each);
    }
  }
  return found;
}

void postgresql_lowering::keep_statistics(const model::qualified_name& table,
                                          const std::string& column,
                                          action& made) const {
  for (const model::statistics* each : statistics_over(table, column)) {
    made.after.push_back({object_class::statistics, vertex_name(each->name), stage::rename});
    made.run(sql::keep_rights{sql::owned_kind::statistics, each->name},
             each->name.name + " is made again by the server, and keeps its owner");
  }
}

void postgresql_lowering::restore_statistics(const model::qualified_name& table,
                                             const std::string& column,
                                             action& made) const {
  for (const model::statistics* each : statistics_over(table, column)) {
    made.run(sql::restore_rights{sql::owned_kind::statistics, each->name});
  }
}

/// As it is declared, after the server has made it that of the new type.
void postgresql_lowering::restore_storage(const model::qualified_name& table,
                                          const model::column& column,
                                          action& made) const {
  sql::set_column_storage storage{table, column, column};
  storage.before.storage.clear();
  storage.before.compression.clear();
  if (!sql::render(storage, of_.on.dialect).empty()) {
    made.run(storage);
  }
  hand_down_compression(storage, made);
}

/// Partitions and heirs do not follow by themselves, and have no other than their parents'.
void postgresql_lowering::hand_down_compression(const sql::set_column_storage& set,
                                                action& made) const {
  if (set.before.compression == set.after.compression) {
    return;
  }
  for (const model::table* each : with_heirs(set.table)) {
    if (each->name != set.table && !names_.is_new(each->name)) {
      sql::set_column_storage heirs{each->name, set.before, set.before};
      heirs.before.name = set.after.name;
      heirs.after.name = set.after.name;
      heirs.after.compression = set.after.compression;
      made.run(std::move(heirs));
    }
  }
}

} // namespace strata::codegen
