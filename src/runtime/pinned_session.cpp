// Remembers, sets, puts back.
#include "src/runtime/pinned_session.hpp"

#include "src/runtime/own_statement.hpp"
#include "src/runtime/quote.hpp"
#include "src/runtime/values.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

namespace strata::detail {
namespace {

struct setting {
  std::string_view name;
  std::string_view value;
};

constexpr std::array settings{
    setting{"TimeZone", "UTC"},
    setting{"DateStyle", "ISO, MDY"},
    setting{"IntervalStyle", "postgres"},
    setting{"row_security", "off"},
    setting{"standard_conforming_strings", "on"},
    setting{"client_min_messages", "warning"},
    setting{"default_transaction_isolation", "read committed"},
    setting{"default_transaction_read_only", "off"},
    setting{"statement_timeout", "0"},
    setting{"lock_timeout", "0"},
    setting{"idle_in_transaction_session_timeout", "0"},
    setting{"transaction_timeout", "0"}, // From PostgreSQL 17 on.
};

// The migrator waits itself, and tells of it; the driver need not wait long before.
constexpr std::array pragmas{setting{"foreign_keys", "1"},
                             setting{"legacy_alter_table", "0"},
                             setting{"busy_timeout", "200"}};

std::string names_list() {
  std::string names = "search_path";
  for (const setting& each : settings) {
    names += fmt::format(",{}", each.name);
  }
  return names;
}

} // namespace

pinned_session::pinned_session(session& db) : session_(&db) {
  try {
    if (db.dialect() == dialect::postgresql) {
      pin_postgresql();
    } else {
      pin_sqlite();
    }
  } catch (...) {
    put_back(); // What was set before the failure.
    throw;
  }
}

void pinned_session::pin_postgresql() {
  const auto known =
      session_->query(fmt::format("SELECT name, setting FROM pg_catalog.pg_settings WHERE name "
                                  "OPERATOR(pg_catalog.=) ANY ('{{{}}}'::pg_catalog.text[])",
                                  names_list()));
  for (const auto& row : known.rows) {
    before_.emplace_back(as_text(row.at(0)), as_text(row.at(1)));
  }
  std::string set =
      fmt::format("SELECT pg_catalog.set_config('search_path', {}, false)", user_path_expression());
  for (const setting& each : settings) {
    for (const auto& [name, value] : before_) {
      if (name == each.name) {
        set += fmt::format(", pg_catalog.set_config({}, {}, false)",
                           quoted_text(each.name),
                           quoted_text(each.value));
      }
    }
  }
  user_path_ = as_text(session_->query(set).rows.at(0).at(0));
}

void pinned_session::begin_user_sql() const {
  if (session_->dialect() == dialect::postgresql) {
    session_->execute(fmt::format("SET LOCAL search_path = {}", user_path_));
  }
}

void pinned_session::pin_sqlite() {
  for (const setting& each : pragmas) {
    const auto answer = session_->query(fmt::format("PRAGMA {}", each.name));
    before_.emplace_back(each.name, as_text(answer.rows.at(0).at(0)));
    session_->execute(fmt::format("PRAGMA {} = {}", each.name, each.value));
  }
}

pinned_session::~pinned_session() { put_back(); }

void pinned_session::put_back() noexcept {
  if (before_.empty())
    return;
  try {
    if (session_->dialect() == dialect::postgresql) {
      std::vector<std::string> calls;
      for (const auto& [name, value] : before_) {
        calls.push_back(fmt::format(
            "pg_catalog.set_config({}, {}, false)", quoted_text(name), quoted_text(value)));
      }
      session_->query(fmt::format("SELECT {}", fmt::join(calls, ", ")));
      return;
    }
    for (const auto& [name, value] : before_) {
      session_->execute(fmt::format("PRAGMA {} = {}", name, value));
    }
  } catch (...) {
    // The session broke, and its settings with it.
  }
}

} // namespace strata::detail
