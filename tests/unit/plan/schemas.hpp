// Models in few words, for tests of adapt and plan.
#pragma once

#include "codegen/plan/migration.hpp"

#include <strata/model.hpp>

#include <string>
#include <utility>
#include <vector>

namespace strata::testing {

using codegen::diagnostics;
using codegen::migration_sql;
using codegen::target;

inline const target on_sqlite{model::dialect::sqlite, 3038000};
inline const target on_postgresql{model::dialect::postgresql, 130000};

inline model::sql_text sql(const std::string& text) { return {text, text}; }

inline model::data_type type(model::type_kind kind) {
  model::data_type made;
  made.kind = kind;
  return made;
}

inline model::column column(std::string name, model::type_kind kind = model::type_kind::text) {
  model::column made;
  made.name = std::move(name);
  made.type = type(kind);
  return made;
}

inline model::column nullable(model::column made) {
  made.nullable = true;
  return made;
}

inline model::column with_default(model::column made, model::default_value value) {
  made.default_to = std::move(value);
  return made;
}

inline model::literal text(std::string value) {
  return {model::literal::kind::text, std::move(value)};
}

inline model::literal number(int value) {
  return {model::literal::kind::integer, std::to_string(value)};
}

inline model::column identity(std::string name) {
  model::column made = column(std::move(name), model::type_kind::bigint);
  made.identity = model::identity{};
  return made;
}

/// A table with its columns; the first is the primary key.
inline model::table table(const std::string& name, std::vector<model::column> columns) {
  model::table made;
  made.name = {"", name};
  made.primary_key = model::primary_key{};
  made.primary_key->name = name + "_pkey";
  made.primary_key->columns = {columns.front().name};
  made.columns = std::move(columns);
  return made;
}

inline model::foreign_key
foreign_key(std::string name, std::string column, std::string target, std::string target_column) {
  model::foreign_key made;
  made.name = std::move(name);
  made.columns = {std::move(column)};
  made.target = {"", std::move(target)};
  made.target_columns = {std::move(target_column)};
  return made;
}

inline model::unique_constraint unique(std::string name, std::vector<std::string> columns) {
  model::unique_constraint made;
  made.name = std::move(name);
  made.columns = std::move(columns);
  return made;
}

inline model::check_constraint check(std::string name, const std::string& expression) {
  model::check_constraint made;
  made.name = std::move(name);
  made.expression = sql(expression);
  return made;
}

inline model::index index(std::string name, const std::vector<std::string>& columns) {
  model::index made;
  made.name = std::move(name);
  for (const std::string& column : columns) {
    made.keys.emplace_back();
    made.keys.back().column = column;
  }
  return made;
}

inline model::view
view(const std::string& name, const std::string& query, const std::vector<std::string>& tables) {
  model::view made;
  made.name = {"", name};
  made.query = sql(query);
  for (const std::string& one : tables) {
    made.depends_on.push_back({"", one});
  }
  return made;
}

inline model::trigger trigger(const std::string& name,
                              const std::string& table,
                              const std::string& events,
                              const std::string& action) {
  model::trigger made;
  made.name = name;
  made.table = {"", table};
  made.events = sql(events);
  made.action = sql(action);
  return made;
}

inline model::enumeration enumeration(const std::string& name, std::vector<std::string> values) {
  model::enumeration made;
  made.name = {"", name};
  made.values = std::move(values);
  return made;
}

inline model::column of_enumeration(std::string name, const std::string& type_name) {
  model::column made = column(std::move(name), model::type_kind::enumeration);
  made.type.name = {"", type_name};
  return made;
}

inline model::reference_rows rows(std::vector<std::string> columns,
                                  std::vector<std::vector<model::literal>> values) {
  model::reference_rows made;
  made.columns = std::move(columns);
  for (auto& one : values) {
    made.rows.push_back({std::move(one), {}});
  }
  return made;
}

inline model::version version(std::vector<model::table> tables) {
  model::version made;
  made.number = 1;
  made.schema.tables = std::move(tables);
  return made;
}

inline model::backfill
backfill(const std::string& table, const std::string& column, const std::string& expression) {
  model::backfill made;
  made.table = {"", table};
  made.column = column;
  made.expression = sql(expression);
  return made;
}

inline model::rename
rename_column(const std::string& table, const std::string& from, const std::string& to) {
  return {model::object_kind::column, {"", table}, {"", from}, to, "test", {}};
}

inline model::rename rename_table(const std::string& from, const std::string& to) {
  return {model::object_kind::table, {}, {"", from}, to, "test", {}};
}

} // namespace strata::testing
