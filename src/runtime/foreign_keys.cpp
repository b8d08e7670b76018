// Compares PRAGMA foreign_key_check before and after.
#include "src/runtime/foreign_keys.hpp"

#include "src/runtime/quote.hpp"
#include "src/runtime/values.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace strata::detail {
namespace {

/// A foreign key of a table, by its number in the pragma.
struct key_columns {
  std::string parent;
  std::vector<std::string> from;
  std::vector<std::string> to; ///< Empty where there is no such parent.
};

std::vector<std::string> texts(session& db, const std::string& query) {
  std::vector<std::string> found;
  for (const auto& row : db.query(query).rows) {
    found.push_back(as_text(row.at(0)));
  }
  return found;
}

key_columns columns_of(session& db, const std::string& table, std::int64_t key) {
  key_columns found;
  const auto answer =
      db.query(fmt::format("SELECT \"table\", \"from\", \"to\" FROM "
                           "pragma_foreign_key_list({}, 'main') WHERE id = {} ORDER BY seq",
                           quoted_text(table),
                           key));
  for (const auto& row : answer.rows) {
    found.parent = as_text(row.at(0));
    found.from.push_back(as_text(row.at(1)));
    if (!is_null(row.at(2))) {
      found.to.push_back(as_text(row.at(2)));
    }
  }
  const std::string parent = quoted_text(found.parent);
  if (found.to.empty()) {
    found.to = texts(db,
                     fmt::format("SELECT name FROM pragma_table_info({}, 'main') WHERE pk > 0 "
                                 "ORDER BY pk",
                                 parent));
  }
  if (texts(db, fmt::format("SELECT 1 FROM pragma_table_info({}, 'main')", parent)).empty()) {
    found.to.clear();
  }
  return found;
}

/// The key's values as one text, for the identity of a violation.
std::string values_expression(const key_columns& key) {
  std::vector<std::string> quoted;
  for (const std::string& each : key.from) {
    quoted.push_back(fmt::format("quote(c.{})", quoted_name(each)));
  }
  return fmt::format("{}", fmt::join(quoted, " || ', ' || "));
}

std::string
values_in(session& db, const std::string& table, const key_columns& key, std::int64_t rowid) {
  const auto found = texts(db,
                           fmt::format("SELECT {} FROM main.{} AS c WHERE c.rowid = {}",
                                       values_expression(key),
                                       quoted_name(table),
                                       rowid));
  return found.empty() ? "a row" : found.front();
}

/// The values of all rows that break the key. Of a table WITHOUT ROWID the pragma says how many
/// there are, and not which.
std::vector<std::string>
values_without_parent(session& db, const std::string& table, const key_columns& key) {
  std::vector<std::string> conditions;
  std::vector<std::string> matches;
  for (std::size_t at = 0; at < key.from.size(); ++at) {
    const std::string from = "c." + quoted_name(key.from[at]);
    conditions.push_back(from + " IS NOT NULL");
    if (at < key.to.size()) {
      matches.push_back(fmt::format("p.{} = {}", quoted_name(key.to[at]), from));
    }
  }
  if (!matches.empty()) {
    conditions.push_back(fmt::format("NOT EXISTS (SELECT 1 FROM main.{} AS p WHERE {})",
                                     quoted_name(key.parent),
                                     fmt::join(matches, " AND ")));
  }
  return texts(db,
               fmt::format("SELECT {} FROM main.{} AS c WHERE {}",
                           values_expression(key),
                           quoted_name(table),
                           fmt::join(conditions, " AND ")));
}

} // namespace

violations find_violations(session& db) {
  violations found;
  for (const std::string& name :
       texts(db, "SELECT name FROM main.sqlite_master WHERE type = 'table'")) {
    found.tables.insert(name);
  }
  std::map<std::pair<std::string, std::int64_t>, key_columns> keys;
  std::map<std::pair<std::string, std::int64_t>, std::size_t> unnamed; ///< WITHOUT ROWID.
  for (const auto& row : db.query("PRAGMA main.foreign_key_check").rows) {
    const std::pair which{as_text(row.at(0)), as_integer(row.at(3))};
    auto at = keys.find(which);
    if (at == keys.end()) {
      at = keys.emplace(which, columns_of(db, which.first, which.second)).first;
    }
    if (is_null(row.at(1))) {
      ++unnamed[which];
    } else {
      ++found.counts[{which.first, values_in(db, which.first, at->second, as_integer(row.at(1)))}];
    }
  }
  for (const auto& [which, count] : unnamed) {
    auto values = values_without_parent(db, which.first, keys.at(which));
    values.resize(std::max(values.size(), count), "a row"); // None must go uncounted.
    for (const std::string& each : values) {
      ++found.counts[{which.first, each}];
    }
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
