// The rules of a whole schema, by what they look at.
#pragma once

#include "codegen/compose/lookup.hpp"
#include "codegen/text/diagnostics.hpp"

#include <strata/model/version.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

/// A schema and its objects by name.
class checked_schema {
public:
  checked_schema(const model::version& version, diagnostics& findings)
      : schema(version.schema),
        number(version.number),
        out(findings),
        tables(schema.tables),
        views(schema.views),
        enumerations(schema.enumerations) {}

  const model::schema& schema;
  const int number;
  diagnostics& out;
  const const_lookup<model::table> tables;
  const const_lookup<model::view> views;
  const const_lookup<model::enumeration> enumerations;
};

/// Of the foreign key, and the unique constraint, at this place in its table.
void check_foreign_key(const checked_schema& all, const model::table& owner, std::size_t at);
void check_unique(const checked_schema& all, const model::table& table, std::size_t at);

void check_columns(const checked_schema& all);
void check_descent(const checked_schema& all);
void check_names(const checked_schema& all);
void check_letter_case(const checked_schema& all);
void check_rows(const checked_schema& all);
void check_dependencies(const checked_schema& all);

/// The names of objects as messages show them: for suggestions.
template <typename Object>
std::vector<std::string> names_of(const std::vector<Object>& objects) {
  std::vector<std::string> names;
  for (const Object& each : objects) {
    names.push_back(display(each.name));
  }
  return names;
}

} // namespace strata::codegen
