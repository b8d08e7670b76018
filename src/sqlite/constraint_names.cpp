// The names of constraints: as declared, else as Strata calls them by default.
#include "src/sqlite/constraint_names.hpp"

#include "src/sqlite/foreign_keys.hpp"
#include "src/sqlite/rows.hpp"

#include <algorithm>
#include <utility>

namespace strata::sqlite {
namespace {

using kind = declared_constraint::kind;
using names = std::vector<std::string>;

std::string index_over(sqlite3* database, const std::string& table, const names& columns) {
  const std::vector<value> parameters{table};
  for (const auto& index :
       text_rows(database,
                 "SELECT name FROM pragma_index_list($1) WHERE \"unique\" = 1 AND origin = 'c'",
                 parameters)) {
    const std::vector<value> index_name{index[0]};
    names indexed;
    for (const auto& column :
         text_rows(database, "SELECT name FROM pragma_index_info($1) ORDER BY seqno", index_name)) {
      indexed.push_back(column[0]);
    }
    if (are_same_names(indexed, columns))
      return index[0];
  }
  return {};
}

/// The name that Strata gives a key by default, for tables whose text names none.
std::string default_name(const declared_constraint& of, const std::string& table) {
  if (of.of == kind::primary_key)
    return table + "_pkey";
  std::string name = table;
  for (const std::string& column : of.columns) {
    name += "_" + column;
  }
  return name + (of.of == kind::unique ? "_key" : "_fkey");
}

/// `t.a, t.b` as the table and its columns. A dot within a name cannot be told from one between.
std::pair<std::string, names> split_subject(std::string_view subject) {
  std::string table;
  names columns;
  while (!subject.empty()) {
    const auto part = subject.substr(0, subject.find(", "));
    const auto dot = part.find('.');
    if (dot == std::string_view::npos)
      return {};
    table = part.substr(0, dot);
    columns.emplace_back(part.substr(dot + 1));
    subject.remove_prefix(std::min(part.size() + 2, subject.size()));
  }
  return {table, columns};
}

} // namespace

std::vector<declared_constraint> constraints_of(sqlite3* database, const std::string& table) {
  const std::vector<value> parameters{table};
  const auto rows = text_rows(
      database, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = $1", parameters);
  return rows.empty() ? std::vector<declared_constraint>() : declared_constraints(rows[0][0]);
}

std::string name_of(const declared_constraint& of, const std::string& table) {
  return of.name.empty() ? default_name(of, table) : of.name;
}

std::string unique_name(sqlite3* database, std::string_view subject) {
  if (subject.starts_with("index '") && subject.ends_with('\'')) {
    return std::string(subject.substr(7, subject.size() - 8));
  }
  const auto [table, columns] = split_subject(subject);
  if (table.empty())
    return std::string(subject);
  for (const auto& declared : constraints_of(database, table)) {
    if (declared.of == kind::foreign_key || !are_same_names(declared.columns, columns))
      continue;
    return name_of(declared, table);
  }
  const std::string index = index_over(database, table, columns);
  return index.empty() ? std::string(subject) : index;
}

} // namespace strata::sqlite
