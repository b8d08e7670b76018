// Remembers, sets, sets again for each step, puts back.
#include "src/runtime/pinned_session.hpp"

#include "src/runtime/own_statement.hpp"
#include "src/runtime/quote.hpp"
#include "src/runtime/values.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace strata::detail {
namespace {

struct setting {
  std::string_view name;
  std::string_view value;
};

constexpr std::array pinned_settings{
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
constexpr std::array pinned_pragmas{setting{"foreign_keys", "1"},
                                    setting{"legacy_alter_table", "0"},
                                    setting{"ignore_check_constraints", "0"},
                                    setting{"writable_schema", "0"},
                                    setting{"busy_timeout", "200"}};

/// What a step may change for those after it, and which is the caller's to choose.
constexpr std::array kept_pragmas{std::string_view("recursive_triggers"),
                                  std::string_view("query_only"),
                                  std::string_view("reverse_unordered_selects")};

/// What belongs to the transaction and not to the session, though it is listed with the rest.
constexpr std::string_view of_transaction =
    "'{transaction_isolation,transaction_read_only,transaction_deferrable}'";

std::string names_list() {
  std::string names = "search_path";
  for (const setting& each : pinned_settings) {
    names += fmt::format(",{}", each.name);
  }
  return names;
}

std::string call(std::string_view name, std::string_view value) {
  return fmt::format("pg_catalog.set_config({}, {}, false)", quoted_text(name), quoted_text(value));
}

std::string calls(const std::vector<std::pair<std::string, std::string>>& settings) {
  std::vector<std::string> made;
  for (const auto& [name, value] : settings) {
    made.push_back(call(name, value));
  }
  return fmt::format("SELECT {}; ", fmt::join(made, ", "));
}

bool is_pinned(std::string_view name) {
  return std::any_of(pinned_settings.begin(), pinned_settings.end(), [&](const setting& each) {
    return each.name == name;
  });
}

/// In a session that is the caller's, only what was set since, and custom settings stay his.
std::string reset_what_was_set() {
  return fmt::format("SELECT pg_catalog.set_config(s.name, s.reset_val, false) FROM "
                     "pg_catalog.pg_settings s WHERE s.source OPERATOR(pg_catalog.=) 'session' AND "
                     "s.context OPERATOR(pg_catalog.=) ANY "
                     "('{{user,superuser}}'::pg_catalog.text[]) AND NOT s.name "
                     "OPERATOR(pg_catalog.=) ANY ({}::pg_catalog.text[]); ",
                     of_transaction);
}

} // namespace

pinned_session::pinned_session(session& db, bool is_own) : session_(&db) {
  if (db.dialect() == dialect::postgresql) {
    read_postgresql(is_own);
  } else {
    read_sqlite();
  }
  try {
    pin();
  } catch (...) {
    put_back();
    throw;
  }
}

void pinned_session::read_postgresql(bool is_own) {
  const auto known = session_->query(fmt::format(
      "SELECT s.name, s.setting FROM pg_catalog.pg_settings s WHERE s.name OPERATOR(pg_catalog.=) "
      "ANY ('{{{}}}'::pg_catalog.text[]) OR (s.source OPERATOR(pg_catalog.=) 'session' AND "
      "s.context OPERATOR(pg_catalog.=) ANY ('{{user,superuser}}'::pg_catalog.text[]) AND NOT "
      "s.name OPERATOR(pg_catalog.=) ANY ({}::pg_catalog.text[]))",
      names_list(),
      of_transaction));
  settings step;
  for (const auto& row : known.rows) {
    const std::string name = as_text(row.at(0));
    before_.emplace_back(name, as_text(row.at(1)));
    if (!is_pinned(name) && name != "search_path") {
      step.push_back(before_.back());
    }
  }
  const auto who = session_->query(
      fmt::format("SELECT SESSION_USER::pg_catalog.text, pg_catalog.current_setting('role'), {}",
                  user_path_expression()));
  const auto& row = who.rows.at(0);
  role_ = fmt::format("SET SESSION AUTHORIZATION {}; SELECT {}; ",
                      quoted_name(as_text(row.at(0))),
                      call("role", as_text(row.at(1))));
  for (const setting& each : pinned_settings) {
    const bool is_known = std::any_of(
        before_.begin(), before_.end(), [&](const auto& one) { return one.first == each.name; });
    if (is_known) {
      step.emplace_back(each.name, each.value);
    }
  }
  step.emplace_back("search_path", as_text(row.at(2)));
  statements_ = role_ + (is_own ? std::string("RESET ALL; ") : reset_what_was_set()) + calls(step);
}

void pinned_session::read_sqlite() {
  const auto remember = [&](std::string_view name) {
    const auto answer = session_->query(fmt::format("PRAGMA {}", name));
    before_.emplace_back(name, as_text(answer.rows.at(0).at(0)));
  };
  for (const setting& each : pinned_pragmas) {
    remember(each.name);
    pins_.emplace_back(each.name, each.value);
  }
  for (const std::string_view each : kept_pragmas) {
    remember(each);
    pins_.push_back(before_.back());
  }
}

void pinned_session::pin() const {
  if (session_->dialect() == dialect::postgresql) {
    session_->execute(statements_);
    return;
  }
  for (const auto& [name, value] : pins_) {
    session_->execute(fmt::format("PRAGMA {} = {}", name, value));
  }
}

void pinned_session::put_back() noexcept {
  try {
    if (session_->dialect() == dialect::postgresql) {
      session_->execute(role_ + calls(before_));
      return;
    }
    for (const auto& [name, value] : before_) {
      session_->execute(fmt::format("PRAGMA {} = {}", name, value));
    }
  } catch (...) {
    // The session broke, and its settings with it.
  }
}

pinned_session::~pinned_session() { put_back(); }

} // namespace strata::detail
