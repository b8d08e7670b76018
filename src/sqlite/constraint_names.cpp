// The names of broken keys: from the declared constraints, and for foreign keys by trying again.
#include "src/sqlite/constraint_names.hpp"

#include "src/sqlite/declared_constraints.hpp"
#include "src/sqlite/rows.hpp"
#include "src/sqlite/statement.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace strata::sqlite {
namespace {

using kind = declared_constraint::kind;
using names = std::vector<std::string>;

std::vector<declared_constraint> constraints_of(sqlite3* database, const std::string& table) {
  const std::vector<value> parameters{table};
  const auto rows = text_rows(
      database, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = $1", parameters);
  return rows.empty() ? std::vector<declared_constraint>() : declared_constraints(rows[0][0]);
}

/// SQLite compares names without case.
bool is_same_name(const std::string& a, const std::string& b) {
  return sqlite3_stricmp(a.c_str(), b.c_str()) == 0;
}

bool are_same_names(const names& a, const names& b) {
  return std::ranges::equal(a, b, is_same_name);
}

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

std::string name_of(const declared_constraint& of, const std::string& table) {
  return of.name.empty() ? default_name(of, table) : of.name;
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

struct foreign_key {
  std::string table;
  std::string target;
  names columns;
  names target_columns; ///< Empty: the target's primary key.
  bool restricts = false;
};

/// The foreign keys of a table by their numbers in `pragma foreign_key_list`.
std::map<std::string, foreign_key> foreign_keys_of(sqlite3* database, const std::string& table) {
  std::map<std::string, foreign_key> keys;
  const std::vector<value> parameters{table};
  for (const auto& row :
       text_rows(database,
                 "SELECT id, \"table\", \"from\", \"to\", on_delete, on_update FROM "
                 "pragma_foreign_key_list($1) ORDER BY id, seq",
                 parameters)) {
    foreign_key& key = keys[row[0]];
    key.table = table;
    key.target = row[1];
    key.columns.push_back(row[2]);
    if (!row[3].empty())
      key.target_columns.push_back(row[3]);
    key.restricts = row[4] == "RESTRICT" || row[5] == "RESTRICT";
  }
  return keys;
}

std::string name_of(sqlite3* database, const foreign_key& key) {
  declared_constraint same{kind::foreign_key, {}, key.columns, key.target};
  for (const auto& declared : constraints_of(database, key.table)) {
    if (declared.of == kind::foreign_key && are_same_names(declared.columns, key.columns) &&
        is_same_name(declared.target, key.target)) {
      same.name = declared.name;
    }
  }
  return name_of(same, key.table);
}

/// Whether one of the table's rows with these rowids points at nothing.
bool has_orphan(sqlite3* database, const foreign_key& key, const std::set<std::int64_t>& rowids) {
  std::string join;
  std::string given;
  for (std::size_t i = 0; i < key.columns.size(); ++i) {
    const std::string column = "child." + quoted(key.columns[i]);
    join +=
        fmt::format("{}parent.{} = {}", i ? " AND " : "", quoted(key.target_columns[i]), column);
    given += fmt::format(" AND {} IS NOT NULL", column);
  }
  const std::string statement = fmt::format(
      "SELECT 1 FROM {} AS child WHERE child.rowid = $1{} AND NOT EXISTS (SELECT 1 FROM {} AS "
      "parent WHERE {})",
      quoted(key.table),
      given,
      quoted(key.target),
      join);
  return std::ranges::any_of(rowids, [&](std::int64_t rowid) {
    const std::vector<value> parameters{rowid};
    return !text_rows(database, statement, parameters).empty();
  });
}

/// The rows that a statement inserted, changed or deleted.
struct changed_rows {
  std::map<std::string, std::set<std::int64_t>> written;
  std::set<std::string> tables;

  /// SQLite calls it from C, which no exception may cross. A row that is not noted leaves the key
  /// without a name.
  static void
  note(void* to, int operation, const char*, const char* table, sqlite3_int64 rowid) noexcept {
    try {
      auto& rows = *static_cast<changed_rows*>(to);
      rows.tables.insert(table);
      if (operation != SQLITE_DELETE)
        rows.written[table].insert(rowid);
    } catch (...) {
      return;
    }
  }
};

std::string key_of_written_rows(sqlite3* database, const changed_rows& rows) {
  for (const auto& [table, rowids] : rows.written) {
    for (const auto& [id, key] : foreign_keys_of(database, table)) {
      const bool is_spelled_out = key.target_columns.size() == key.columns.size();
      if (is_spelled_out && has_orphan(database, key, rowids))
        return name_of(database, key);
    }
  }
  return {};
}

/// Any broken key of one table's rows. Reads the whole table.
std::string broken_key_of(sqlite3* database, const std::string& table) {
  const std::vector<value> parameters{table};
  const auto broken =
      text_rows(database, "SELECT fkid FROM pragma_foreign_key_check($1) LIMIT 1", parameters);
  if (broken.empty())
    return {};
  return name_of(database, foreign_keys_of(database, table)[broken[0][0]]);
}

names all_tables(sqlite3* database) {
  names tables;
  for (const auto& row :
       text_rows(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
    tables.push_back(row[0]);
  }
  return tables;
}

/// Looks where the changed rows are referenced from, and in tables whose rows have no rowid.
std::string key_of_changed_tables(sqlite3* database, const changed_rows& rows) {
  for (const std::string& table : all_tables(database)) {
    const auto keys = foreign_keys_of(database, table);
    const bool is_touched = std::ranges::any_of(keys, [&](const auto& each) {
      return rows.tables.contains(table) ||
             std::ranges::any_of(rows.tables, [&](const auto& changed) {
               return is_same_name(changed, each.second.target);
             });
    });
    if (!is_touched)
      continue;
    if (std::string name = broken_key_of(database, table); !name.empty())
      return name;
  }
  return {};
}

/// The table that a DELETE or UPDATE names first.
std::string changed_table(std::string_view statement) {
  const auto open = statement.find('"');
  if (open == std::string_view::npos)
    return {};
  const auto close = statement.find('"', open + 1);
  return std::string(statement.substr(open + 1, close - open - 1));
}

/// The key with RESTRICT that points at the table, if there is but one.
std::string only_restricting_key(sqlite3* database, std::string_view statement) {
  const std::string changed = changed_table(statement);
  std::string name;
  for (const std::string& table : all_tables(database)) {
    for (const auto& [id, key] : foreign_keys_of(database, table)) {
      if (!key.restricts || !is_same_name(key.target, changed))
        continue;
      if (!name.empty())
        return {};
      name = name_of(database, key);
    }
  }
  return name;
}

void run_once(sqlite3* database, std::string_view text, std::span<const value> parameters) {
  statement again(database, text);
  again.bind(parameters);
  while (again.step()) {
  }
}

void run_quietly(sqlite3* database, const char* sql) {
  sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
}

} // namespace

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

std::string broken_foreign_key(sqlite3* database,
                               std::string_view text,
                               std::span<const value> parameters,
                               bool is_own) {
  const auto last_rowid = sqlite3_last_insert_rowid(database);
  const bool was_deferred = text_rows(database, "PRAGMA defer_foreign_keys").at(0).at(0) == "1";
  changed_rows rows;
  std::string name;
  run_quietly(database, "SAVEPOINT strata_again; PRAGMA defer_foreign_keys = ON");
  // An application's own hook could not be put back: SQLite gives back its argument alone.
  if (is_own)
    sqlite3_update_hook(database, changed_rows::note, &rows);
  try {
    run_once(database, text, parameters);
    if (is_own)
      name = key_of_written_rows(database, rows);
    if (is_own && name.empty())
      name = key_of_changed_tables(database, rows);
    if (!is_own)
      name = broken_foreign_key(database);
  } catch (const error&) {
    // RESTRICT does not wait until the end.
    name = only_restricting_key(database, text);
  }
  if (is_own)
    sqlite3_update_hook(database, nullptr, nullptr);
  run_quietly(database, "ROLLBACK TO strata_again");
  if (!was_deferred)
    run_quietly(database, "PRAGMA defer_foreign_keys = OFF");
  run_quietly(database, "RELEASE strata_again");
  sqlite3_set_last_insert_rowid(database, last_rowid);
  return name;
}

std::string broken_foreign_key(sqlite3* database) {
  for (const std::string& table : all_tables(database)) {
    if (std::string name = broken_key_of(database, table); !name.empty())
      return name;
  }
  return {};
}

} // namespace strata::sqlite
