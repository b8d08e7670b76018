// A key is broken by a row that points at nothing, or by a row that goes or changes while another
// points at it; where that row goes too (CASCADE), by what points at it in turn.
#include "src/sqlite/suspected_keys.hpp"

#include "src/sqlite/change_statement.hpp"
#include "src/sqlite/foreign_keys.hpp"
#include "src/sqlite/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <variant>

namespace strata::sqlite {
namespace {

using names = std::vector<std::string>;

bool holds(const names& in, const std::string& name) {
  return std::ranges::any_of(in, [&](const auto& each) { return is_same_name(each, name); });
}

bool share_a_name(const names& a, const names& b) {
  return std::ranges::any_of(a, [&](const auto& each) { return holds(b, each); });
}

class search {
public:
  search(sqlite3* database, change_statement change, std::span<const value> parameters)
      : database_(database),
        change_(std::move(change)),
        parameters_(parameters),
        keys_(all_foreign_keys(database)) {}

  names run() {
    for (const foreign_key& key : keys_) {
      if (is_same_name(key.table, change_.table) && may_point_at_nothing(key))
        suspect(key);
    }
    if (change_.deletes)
      follow_deleted(change_.table);
    if (!change_.updates.empty())
      follow_updated(change_.table, change_.updates);
    return fires_trigger_ ? names{} : names(found_.begin(), found_.end());
  }

private:
  void suspect(const foreign_key& key) { found_.insert(key.name); }

  void look_for_triggers(const std::string& table) {
    const std::vector<value> parameters{table};
    fires_trigger_ = fires_trigger_ ||
                     !text_rows(database_,
                                "SELECT 1 FROM (SELECT type, tbl_name FROM sqlite_schema UNION ALL "
                                "SELECT type, tbl_name FROM sqlite_temp_schema) WHERE type = "
                                "'trigger' AND tbl_name = $1 COLLATE NOCASE",
                                parameters)
                          .empty();
  }

  std::optional<std::size_t> parameter_of(std::string column) const {
    std::ranges::transform(
        column, column.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto found = change_.parameters.find(column);
    if (found == change_.parameters.end() || found->second > parameters_.size())
      return std::nullopt;
    return found->second;
  }

  /// Whether the row that the parameters name is missing; true where they do not name it in full.
  bool may_point_at_nothing(const foreign_key& key) {
    look_for_triggers(change_.table);
    const bool is_written = change_.inserts || share_a_name(change_.updates, key.columns);
    if (!is_written || key.is_deferred)
      return false;
    std::string condition;
    std::vector<value> values;
    for (std::size_t i = 0; i < key.columns.size(); ++i) {
      const bool is_left_out = change_.inserts && !change_.inserted.empty() &&
                               !holds(change_.inserted, key.columns[i]) &&
                               !share_a_name(change_.updates, {key.columns[i]});
      if (is_left_out && has_no_default(key.table, key.columns[i]))
        return false; // It is null, and a key with a null points at nothing rightly.
      const auto parameter = parameter_of(key.columns[i]);
      if (!parameter)
        return true;
      values.push_back(parameters_[*parameter - 1]);
      if (std::holds_alternative<std::monostate>(values.back()))
        return false;
      condition += fmt::format(
          "{}{} = ${}", i ? " AND " : "", sqlite::quoted(key.target_columns.at(i)), i + 1);
    }
    const std::string statement =
        fmt::format("SELECT 1 FROM {} WHERE {}", sqlite::quoted(key.target), condition);
    return text_rows(database_, statement, values).empty();
  }

  bool has_no_default(const std::string& table, const std::string& column) {
    const std::vector<value> parameters{table, column};
    return !text_rows(database_,
                      "SELECT 1 FROM pragma_table_info($1) WHERE name = $2 COLLATE NOCASE AND "
                      "dflt_value IS NULL AND pk = 0",
                      parameters)
                .empty();
  }

  void follow_deleted(const std::string& table) {
    if (!deleted_from_.insert(table).second)
      return;
    look_for_triggers(table);
    for (const foreign_key& key : keys_) {
      if (!is_same_name(key.target, table))
        continue;
      if (key.on_delete == "CASCADE") {
        follow_deleted(key.table);
      } else if (key.on_delete == "SET NULL" || key.on_delete == "SET DEFAULT") {
        follow_set(key, key.on_delete);
      } else if (key.on_delete == "RESTRICT" || !key.is_deferred) {
        suspect(key);
      }
    }
  }

  void follow_updated(const std::string& table, const names& columns) {
    if (!updated_.insert({table, columns}).second)
      return;
    look_for_triggers(table);
    for (const foreign_key& key : keys_) {
      if (!is_same_name(key.target, table) || !share_a_name(key.target_columns, columns))
        continue;
      if (key.on_update == "CASCADE") {
        follow_updated(key.table, key.columns);
      } else if (key.on_update == "SET NULL" || key.on_update == "SET DEFAULT") {
        follow_set(key, key.on_update);
      } else if (key.on_update == "RESTRICT" || !key.is_deferred) {
        suspect(key);
      }
    }
  }

  /// The rows that pointed at it get a null, or their default, which must point at a row itself.
  void follow_set(const foreign_key& key, const std::string& action) {
    if (action == "SET DEFAULT" && !key.is_deferred)
      suspect(key);
    follow_updated(key.table, key.columns);
  }

  sqlite3* database_;
  change_statement change_;
  std::span<const value> parameters_;
  std::vector<foreign_key> keys_;
  bool fires_trigger_ = false;
  std::set<std::string> found_;
  std::set<std::string> deleted_from_;
  std::set<std::pair<std::string, names>> updated_;
};

bool every_key_waits(sqlite3* database) {
  return text_rows(database, "PRAGMA defer_foreign_keys").at(0).at(0) == "1";
}

} // namespace

std::vector<std::string>
suspected_keys(sqlite3* database, std::string_view statement, std::span<const value> parameters) {
  auto change = read_change(statement);
  return change && !every_key_waits(database)
             ? search(database, std::move(*change), parameters).run()
             : names{};
}

} // namespace strata::sqlite
