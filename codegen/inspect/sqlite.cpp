// Two queries whatever the number of tables: the declarations, and the columns to check them by.
#include "codegen/inspect/sqlite.hpp"

#include "codegen/inspect/arrange.hpp"
#include "codegen/inspect/inspection_error.hpp"
#include "codegen/inspect/sqlite_declarations.hpp"
#include "codegen/inspect/sqlite_tokens.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace strata::codegen {
namespace {

/// SQLite does not look at case in names.
struct ignoring_case {
  bool operator()(const std::string& a, const std::string& b) const {
    return sqlite3_stricmp(a.c_str(), b.c_str()) < 0;
  }
};

using tables_by_name = std::map<std::string, model::table, ignoring_case>;

class row {
public:
  explicit row(sqlite3_stmt* statement) : statement_(statement) {}

  std::string text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return bytes == nullptr ? std::string() : std::string(bytes);
  }

  bool is_true(int column) const { return sqlite3_column_int(statement_, column) != 0; }

private:
  sqlite3_stmt* statement_;
};

void for_each(sqlite3* database, const char* sql, const std::function<void(const row&)>& act) {
  sqlite3_stmt* raw = nullptr;
  int rc = sqlite3_prepare_v2(database, sql, -1, &raw, nullptr);
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(raw, &sqlite3_finalize);
  if (rc == SQLITE_OK) {
    while ((rc = sqlite3_step(raw)) == SQLITE_ROW)
      act(row(raw));
  }
  if (rc != SQLITE_DONE) {
    throw inspection_error(
        {fmt::format("its catalogue cannot be read: {}", sqlite3_errmsg(database))});
  }
}

constexpr std::string_view history_table = "strata_history";

class sqlite_reader {
public:
  sqlite_reader(sqlite3* database, left_out& without) : database_(database), without_(without) {}

  model::schema read() {
    // Tables first, since indexes need their columns.
    for_each(database_,
             "SELECT type, name, tbl_name, sql FROM sqlite_schema"
             " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql IS NOT NULL"
             // A virtual table makes these for itself.
             " AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')"
             " ORDER BY type <> 'table', name",
             [this](const row& each) { read_object(each); });
    check_columns();
    for (auto& [name, table] : tables_) {
      for (model::foreign_key& key : table.foreign_keys)
        settle_target(key);
    }
    std::erase_if(unsupported_, [this](const auto& each) { return without_.take(each); });
    if (!unsupported_.empty())
      throw inspection_error(std::move(unsupported_));
    for (auto& [name, table] : tables_)
      schema_.tables.push_back(std::move(table));
    arrange(schema_);
    return std::move(schema_);
  }

private:
  void read_object(const row& each) {
    const std::string type = each.text(0);
    const std::string table = each.text(2);
    const std::string sql = each.text(3);
    if (table == history_table)
      return;
    if (type == "table") {
      read_table(each.text(1), sql);
    } else if (type == "view") {
      schema_.views.push_back(read_sqlite_view(sql));
      schema_.views.back().name.name = each.text(1);
    } else if (type == "trigger") {
      schema_.triggers.push_back(read_sqlite_trigger(sql));
      schema_.triggers.back().table.name = table;
    } else if (const auto owner = tables_.find(table); owner != tables_.end()) {
      owner->second.indexes.push_back(read_sqlite_index(sql, owner->second));
    }
  }

  void read_table(const std::string& name, const std::string& sql) {
    if (const sqlite_tokens tokens = tokenize_sqlite(sql); tokens[1].is_word("VIRTUAL")) {
      unsupported_.push_back("virtual table " + name);
      return;
    }
    model::table table = read_sqlite_table(sql, unsupported_);
    table.name.name = name;
    tables_.emplace(name, std::move(table));
  }

  struct actual_column {
    std::string name;
    std::string type;
  };

  /// What the declarations were read as must be what SQLite itself reads in them. The words of
  /// types are taken from it, to the last space.
  void check_columns() {
    std::map<std::string, std::vector<actual_column>, ignoring_case> actual;
    for_each(database_,
             "SELECT m.name, c.name, c.type FROM sqlite_schema m"
             " JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table' ORDER BY m.name, c.cid",
             [&](const row& each) {
               actual[each.text(0)].push_back({each.text(1), each.text(2)});
             });
    for (auto& [name, table] : tables_) {
      const auto& columns = actual[name];
      if (!std::ranges::equal(
              table.columns, columns, {}, &model::column::name, &actual_column::name)) {
        throw inspection_error(
            {fmt::format("a declaration of table {} that cannot be read", name)});
      }
      for (std::size_t at = 0; at < columns.size(); ++at)
        table.columns[at].type.name.name = columns[at].type;
    }
  }

  /// The target as it is spelled, and its primary key where the declaration names no columns.
  void settle_target(model::foreign_key& key) {
    const auto found = tables_.find(key.target.name);
    if (found == tables_.end())
      return;
    const model::table& target = found->second;
    key.target.name = target.name.name;
    if (key.target_columns.empty() && target.primary_key) {
      key.target_columns = target.primary_key->columns;
    }
    for (std::string& name : key.target_columns) {
      for (const model::column& column : target.columns) {
        if (sqlite3_stricmp(column.name.c_str(), name.c_str()) == 0)
          name = column.name;
      }
    }
  }

  sqlite3* database_;
  left_out& without_;
  tables_by_name tables_;
  std::vector<std::string> unsupported_;
  model::schema schema_;
};

} // namespace

model::schema inspect_sqlite(sqlite3* database) {
  left_out nothing;
  return inspect_sqlite(database, nothing);
}

model::schema inspect_sqlite(sqlite3* database, left_out& without) {
  return sqlite_reader(database, without).read();
}

} // namespace strata::codegen
