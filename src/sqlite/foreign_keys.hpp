// The foreign keys of a SQLite database: what they hold, and which one is broken now.
#pragma once

#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace strata::sqlite {

struct foreign_key {
  std::string id; ///< Its number in `pragma foreign_key_list`.
  std::string name;
  std::string table;
  std::string target;
  std::vector<std::string> columns;
  std::vector<std::string> target_columns;
  std::string on_delete; ///< `NO ACTION`, `RESTRICT`, `SET NULL`, `SET DEFAULT`, `CASCADE`.
  std::string on_update;
  bool is_deferred = false;
};

/// SQLite compares names without case.
bool is_same_name(std::string_view a, std::string_view b);
bool are_same_names(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Every foreign key of the database, table by table.
std::vector<foreign_key> all_foreign_keys(sqlite3* database);

/// The name of a foreign key that is broken now, as when COMMIT refuses. Reads whole tables.
std::string broken_foreign_key(sqlite3* database);

} // namespace strata::sqlite
