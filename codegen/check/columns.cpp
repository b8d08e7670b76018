// Columns: of types that exist, with defaults that these have, in keys that can hold them.
#include "codegen/check/schema_rules.hpp"
#include "codegen/compose/dsl_words.hpp"
#include "codegen/text/suggestion.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

void check_default(const checked_schema& all,
                   const model::table& table,
                   const model::column& column,
                   const model::enumeration& enumeration) {
  if (!column.default_to || column.type.array_dimensions > 0) {
    return;
  }
  const auto* const value = std::get_if<model::literal>(&*column.default_to);
  if (value == nullptr || value->of != model::literal::kind::text) {
    return;
  }
  const std::vector<std::string>& values = enumeration.values;
  if (std::find(values.begin(), values.end(), value->text) != values.end()) {
    return;
  }
  all.out.add({"S131",
               fmt::format("the default of {}, {}, is not a value of {}; choose one of its values",
                           thing(table.name, {{}, column.name}),
                           value->text,
                           display(enumeration.name)),
               did_you_mean(value->text, values),
               column.where});
}

void check_type(const checked_schema& all, const model::table& table, const model::column& column) {
  if (column.type.kind != model::type_kind::enumeration) {
    return;
  }
  const model::enumeration* const enumeration = all.enumerations.find(column.type.name);
  if (enumeration != nullptr) {
    check_default(all, table, column, *enumeration);
    return;
  }
  const std::string name = display(column.type.name);
  std::vector<std::string> help = did_you_mean(name, names_of(all.schema.enumerations));
  help.push_back(fmt::format("list it: schema_version({}, …, {}, …)", all.number, name));
  all.out.add({"S130",
               fmt::format("{} is of enumeration {}, which version {} does not have; list it there",
                           thing(table.name, {{}, column.name}),
                           name,
                           all.number),
               std::move(help),
               column.where});
}

} // namespace

void check_columns(const checked_schema& all) {
  for (const model::table& table : all.schema.tables) {
    for (const model::column& each : table.columns) {
      check_type(all, table, each);
    }
  }
}

} // namespace strata::codegen
