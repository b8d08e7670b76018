// What the server forgets where the type of a column changes: how the column is stored, and of the
// statistics objects over it, which it makes again, their owners and targets.
#include "codegen/plan/postgresql.hpp"

#include "codegen/sql/mention.hpp"
#include "codegen/sql/printer.hpp"

#include <algorithm>

namespace strata::codegen {

/// Those that stay.
std::vector<const model::statistics*>
postgresql_lowering::statistics_over(const model::qualified_name& table,
                                     const std::string& column) const {
  std::vector<const model::statistics*> found;
  for (const model::statistics& each : of_.to.statistics_objects) {
    const bool stays =
        std::none_of(of_.operations.begin(), of_.operations.end(), [&](const operation& one) {
          const auto* created = std::get_if<create_object>(&one);
          const auto* of =
              created == nullptr ? nullptr : std::get_if<model::statistics>(&created->object);
          return of != nullptr && of->name == each.name;
        });
    if (stays && each.table == table && sql::mentions(each.on, column)) {
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
                                          action& made) {
  sql::set_column_storage storage{table, column, column};
  storage.before.storage.clear();
  storage.before.compression.clear();
  if (!sql::render(storage, model::dialect::postgresql).empty()) {
    made.run(std::move(storage));
  }
}

} // namespace strata::codegen
