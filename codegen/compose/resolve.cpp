// Resolving a schema's defaults.
#include "codegen/compose/resolve.hpp"

#include "codegen/compose/default_names.hpp"
#include "codegen/compose/lookup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace strata::codegen {
namespace {

void resolve_target(const model::table& owner,
                    model::foreign_key& key,
                    const const_lookup<model::table>& tables,
                    diagnostics& out) {
  const model::table* const target = tables.find(key.target);
  if (!key.target_columns.empty() || target == nullptr || (key.as_found && !target->primary_key)) {
    return; // An unknown target is a finding of check.
  }
  if (target->primary_key) {
    key.target_columns = target->primary_key->columns;
    return;
  }
  out.add({"S110",
           fmt::format("a foreign key of {} names no columns of {}, which has no primary key; name "
                       "the columns",
                       display(owner.name),
                       display(key.target)),
           {},
           key.where});
}

/// Those that a name mentions, beside those that are declared.
void name_schemas(model::schema& schema) {
  std::set<std::string> names;
  const auto collect = [&](const auto& objects) {
    for (const auto& each : objects) {
      names.insert(each.name.schema);
    }
  };
  collect(schema.enumerations);
  collect(schema.tables);
  collect(schema.views);
  collect(schema.functions);
  collect(schema.sequences);
  collect(schema.domains);
  collect(schema.composite_types);
  collect(schema.range_types);
  collect(schema.statistics_objects);
  for (const model::extension& each : schema.extensions) {
    names.insert(each.schema);
  }
  names.erase("");
  for (const model::named_schema& each : schema.named_schemas) {
    names.erase(each.name);
  }
  for (const std::string& each : names) {
    schema.named_schemas.emplace_back().name = each;
  }
  std::sort(schema.named_schemas.begin(),
            schema.named_schemas.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
}

} // namespace

void resolve(model::schema& schema, diagnostics& out) {
  const const_lookup<model::table> tables(schema.tables);
  for (model::table& table : schema.tables) {
    for (model::foreign_key& each : table.foreign_keys) {
      resolve_target(table, each, tables, out);
    }
  }
  name_all(schema);
  name_schemas(schema);
}

} // namespace strata::codegen
