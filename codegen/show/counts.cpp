// Every kind that a schema can hold.
#include "codegen/show/counts.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

std::size_t constraints_of(const model::table& table) {
  return (table.primary_key ? 1U : 0U) + table.uniques.size() + table.checks.size() +
         table.foreign_keys.size() + table.exclusions.size();
}

template <typename Objects, typename Is>
std::size_t count_if(const Objects& all, Is is) {
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is));
}

} // namespace

std::vector<object_count> counts_of(const model::schema& schema) {
  using routine = model::function::kind;
  std::size_t columns = 0;
  std::size_t constraints = 0;
  std::size_t indexes = 0;
  for (const model::table& each : schema.tables) {
    columns += each.columns.size();
    constraints += constraints_of(each);
    indexes += each.indexes.size();
  }
  for (const model::view& each : schema.views)
    indexes += each.indexes.size();
  const std::size_t materialized =
      count_if(schema.views, [](const auto& each) { return each.materialized; });
  const auto routines = [&](routine kind) {
    return count_if(schema.functions, [&](const auto& each) { return each.of == kind; });
  };
  return {{"table", "tables", schema.tables.size()},
          {"column", "columns", columns},
          {"constraint", "constraints", constraints},
          {"index", "indexes", indexes},
          {"view", "views", schema.views.size() - materialized},
          {"materialized view", "materialized views", materialized},
          {"function", "functions", routines(routine::function)},
          {"procedure", "procedures", routines(routine::procedure)},
          {"aggregate", "aggregates", routines(routine::aggregate)},
          {"trigger", "triggers", schema.triggers.size()},
          {"sequence", "sequences", schema.sequences.size()},
          {"enumeration", "enumerations", schema.enumerations.size()},
          {"domain", "domains", schema.domains.size()},
          {"composite type", "composite types", schema.composite_types.size()},
          {"range type", "range types", schema.range_types.size()},
          {"rule", "rules", schema.rules.size()},
          {"policy", "policies", schema.policies.size()},
          {"statistics object", "statistics objects", schema.statistics_objects.size()},
          {"grant", "grants", schema.grants.size()},
          {"extension", "extensions", schema.extensions.size()},
          {"schema", "schemas", schema.named_schemas.size()}};
}

} // namespace strata::codegen
