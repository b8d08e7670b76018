// Compares PRAGMA foreign_key_check before and after, table by table.
#include "src/runtime/foreign_keys.hpp"

#include "src/runtime/quote.hpp"
#include "src/runtime/values.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace strata::detail {
namespace {

/// A foreign key of a table, by its number in the pragma.
struct key_columns {
  std::string parent;
  std::vector<std::string> from;
  std::vector<std::string> to; ///< Empty where there is no such parent, or it lacks one of them.
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
  const auto is_there = [&](const std::string& each) {
    return !texts(db,
                  fmt::format("SELECT 1 FROM pragma_table_xinfo({}, 'main') WHERE name = {} "
                              "COLLATE NOCASE",
                              parent,
                              quoted_text(each)))
                .empty();
  };
  if (!std::all_of(found.to.begin(), found.to.end(), is_there)) {
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

namespace {

using key_id = std::pair<std::string, std::int64_t>; ///< A table and its key's number.

/// The rows of a table that break its keys, as the pragma tells them; nothing where it cannot,
/// since one of the keys references what is not unique.
std::optional<std::vector<std::vector<value>>> checked(session& db, const std::string& table) {
  try {
    return db.query(fmt::format("PRAGMA main.foreign_key_check({})", quoted_name(table))).rows;
  } catch (const query_error& refused) {
    if (std::string_view(refused.what()).find("foreign key mismatch") == std::string_view::npos) {
      throw;
    }
    return std::nullopt;
  }
}

std::vector<std::int64_t> keys_of(session& db, const std::string& table) {
  std::vector<std::int64_t> found;
  const auto answer = db.query(fmt::format(
      "SELECT DISTINCT id FROM pragma_foreign_key_list({}, 'main')", quoted_text(table)));
  for (const auto& row : answer.rows) {
    found.push_back(as_integer(row.at(0)));
  }
  return found;
}

class violation_search {
public:
  explicit violation_search(session& db) : db_(db) {}

  void look_into(const std::string& table) {
    found.tables.insert(table);
    const auto rows = checked(db_, table);
    if (!rows) {
      for (const std::int64_t id : keys_of(db_, table)) {
        count_all({table, id}, 0);
      }
      return;
    }
    std::map<key_id, std::size_t> unnamed; ///< WITHOUT ROWID.
    for (const auto& row : *rows) {
      const key_id which{table, as_integer(row.at(3))};
      if (is_null(row.at(1))) {
        ++unnamed[which];
      } else {
        ++found.counts[{table, values_in(db_, table, key(which), as_integer(row.at(1)))}];
      }
    }
    for (const auto& [which, count] : unnamed) {
      count_all(which, count);
    }
  }

  violations found;

private:
  void count_all(const key_id& which, std::size_t least) {
    auto values = values_without_parent(db_, which.first, key(which));
    values.resize(std::max(values.size(), least), "a row"); // None must go uncounted.
    for (const std::string& each : values) {
      ++found.counts[{which.first, each}];
    }
  }

  const key_columns& key(const key_id& which) {
    auto at = keys_.find(which);
    if (at == keys_.end()) {
      at = keys_.emplace(which, columns_of(db_, which.first, which.second)).first;
    }
    return at->second;
  }

  session& db_;
  std::map<key_id, key_columns> keys_;
};

} // namespace

violations find_violations(session& db) {
  violation_search search(db);
  for (const std::string& table :
       texts(db, "SELECT name FROM main.sqlite_master WHERE type = 'table'")) {
    search.look_into(table);
  }
  return std::move(search.found);
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
