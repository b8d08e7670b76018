// Foreign keys from SQLite's pragmas, with the names and clauses that only CREATE TABLE holds.
#include "src/sqlite/foreign_keys.hpp"

#include "src/sqlite/constraint_names.hpp"
#include "src/sqlite/declared_constraints.hpp"
#include "src/sqlite/rows.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace strata::sqlite {
namespace {

using names = std::vector<std::string>;

names primary_key_of(sqlite3* database, const std::string& table) {
  names columns;
  const std::vector<value> parameters{table};
  for (const auto& row :
       text_rows(database,
                 "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk",
                 parameters)) {
    columns.push_back(row[0]);
  }
  return columns;
}

void read_declaration(sqlite3* database, foreign_key& key) {
  declared_constraint same{declared_constraint::kind::foreign_key, {}, key.columns, key.target};
  for (const auto& declared : constraints_of(database, key.table)) {
    if (declared.of == same.of && are_same_names(declared.columns, key.columns) &&
        is_same_name(declared.target, key.target)) {
      same.name = declared.name;
      key.is_deferred = declared.is_deferred;
    }
  }
  key.name = name_of(same, key.table);
}

std::vector<foreign_key> foreign_keys_of(sqlite3* database, const std::string& table) {
  std::vector<foreign_key> keys;
  const std::vector<value> parameters{table};
  for (const auto& row :
       text_rows(database,
                 "SELECT id, \"table\", \"from\", \"to\", on_delete, on_update FROM "
                 "pragma_foreign_key_list($1) ORDER BY id, seq",
                 parameters)) {
    if (keys.empty() || keys.back().id != row[0]) {
      foreign_key& key = keys.emplace_back();
      key.id = row[0];
      key.table = table;
      key.target = row[1];
      key.on_delete = row[4];
      key.on_update = row[5];
    }
    keys.back().columns.push_back(row[2]);
    if (!row[3].empty())
      keys.back().target_columns.push_back(row[3]);
  }
  for (foreign_key& key : keys) {
    if (key.target_columns.empty())
      key.target_columns = primary_key_of(database, key.target);
    read_declaration(database, key);
  }
  return keys;
}

names all_tables(sqlite3* database) {
  names tables;
  for (const auto& row :
       text_rows(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
    tables.push_back(row[0]);
  }
  return tables;
}

} // namespace

bool is_same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         sqlite3_strnicmp(a.data(), b.data(), static_cast<int>(a.size())) == 0;
}

bool are_same_names(const names& a, const names& b) {
  return std::ranges::equal(a, b, is_same_name);
}

std::vector<foreign_key> all_foreign_keys(sqlite3* database) {
  std::vector<foreign_key> keys;
  for (const std::string& table : all_tables(database)) {
    std::ranges::move(foreign_keys_of(database, table), std::back_inserter(keys));
  }
  return keys;
}

std::string broken_foreign_key(sqlite3* database) {
  for (const std::string& table : all_tables(database)) {
    const std::vector<value> parameters{table};
    const auto broken =
        text_rows(database, "SELECT fkid FROM pragma_foreign_key_check($1) LIMIT 1", parameters);
    if (broken.empty())
      continue;
    for (const foreign_key& key : foreign_keys_of(database, table)) {
      if (key.id == broken[0][0])
        return key.name;
    }
  }
  return {};
}

} // namespace strata::sqlite
