// Compares PRAGMA foreign_key_check before and after.
#include "src/runtime/foreign_keys.hpp"

#include "src/runtime/quote.hpp"
#include "src/runtime/values.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace strata::detail {
namespace {

/// The columns of one foreign key of a table.
std::vector<std::string> key_columns(session& db, const std::string& table, std::int64_t key) {
  std::vector<std::string> names;
  const auto answer = db.query(
      fmt::format("SELECT \"from\" FROM pragma_foreign_key_list({}) WHERE id = {} ORDER BY seq",
                  quoted_text(table),
                  key));
  for (const auto& row : answer.rows) {
    names.push_back(as_text(row.at(0)));
  }
  return names;
}

/// The key's values in one row, for the identity of a violation.
std::string key_values(session& db,
                       const std::string& table,
                       const std::vector<std::string>& columns,
                       const value& rowid) {
  if (is_null(rowid)) {
    return "a row"; // WITHOUT ROWID: the check does not say which row it is.
  }
  std::vector<std::string> quoted;
  for (const std::string& each : columns) {
    quoted.push_back(fmt::format("quote({})", quoted_name(each)));
  }
  const auto answer = db.query(fmt::format("SELECT {} FROM {} WHERE rowid = {}",
                                           fmt::join(quoted, " || ', ' || "),
                                           quoted_name(table),
                                           as_integer(rowid)));
  return answer.rows.empty() ? "a row" : as_text(answer.rows.at(0).at(0));
}

} // namespace

violations find_violations(session& db) {
  violations found;
  for (const auto& row :
       db.query("SELECT name FROM main.sqlite_master WHERE type = 'table'").rows) {
    found.tables.insert(as_text(row.at(0)));
  }
  std::map<std::pair<std::string, std::int64_t>, std::vector<std::string>> keys;
  for (const auto& row : db.query("PRAGMA foreign_key_check").rows) {
    const std::string table = as_text(row.at(0));
    const std::int64_t key = as_integer(row.at(3));
    auto at = keys.find({table, key});
    if (at == keys.end()) {
      at = keys.emplace(std::pair{table, key}, key_columns(db, table, key)).first;
    }
    ++found.counts[{table, key_values(db, table, at->second, row.at(1))}];
  }
  return found;
}

namespace {

/// How many of the violations that a renamed table had before have these values.
int carried_over(const violations& earlier, const violations& later, const std::string& values) {
  int count = 0;
  for (const auto& [which, times] : earlier.counts) {
    if (which.second == values && !later.tables.contains(which.first)) {
      count += times;
    }
  }
  return count;
}

} // namespace

std::string new_violations(const violations& earlier, const violations& later) {
  std::vector<std::string> added;
  for (const auto& [which, times] : later.counts) {
    const auto& [table, values] = which;
    const auto at = earlier.counts.find(which);
    const int known = earlier.tables.contains(table) ? (at == earlier.counts.end() ? 0 : at->second)
                                                     : carried_over(earlier, later, values);
    if (known < times) {
      added.push_back(fmt::format("{} ({})", table, values));
    }
  }
  constexpr std::size_t shown = 5;
  const std::size_t more = added.size() > shown ? added.size() - shown : 0;
  added.resize(added.size() - more);
  const std::string text = fmt::format("{}", fmt::join(added, "; "));
  return more == 0 ? text : fmt::format("{}; and {} more", text, more);
}

foreign_keys_off::foreign_keys_off(session& db, bool off) {
  if (!off) {
    return;
  }
  db.execute("PRAGMA foreign_keys = 0");
  const auto answer = db.query("PRAGMA foreign_keys");
  if (as_truth(answer.rows.at(0).at(0))) {
    throw migration_error(
        "[R032] foreign keys cannot be switched off inside a transaction; end the "
        "session's transaction before migrating",
        {.code = "R032"});
  }
  session_ = &db;
}

foreign_keys_off::~foreign_keys_off() {
  try {
    if (session_ != nullptr) {
      session_->execute("PRAGMA foreign_keys = 1");
    }
  } catch (...) {
    // The session broke, and its settings with it.
  }
}

} // namespace strata::detail
