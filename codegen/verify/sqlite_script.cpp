// Steps of a migration on SQLite, statement by statement so that a failure can be named.
#include "codegen/verify/sqlite_script.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <memory>

namespace strata::codegen {
namespace {

constexpr std::string_view step_marker = "-- strata: step ";

/// Where the next marker's line begins, at `from` or later.
std::size_t find_marker(std::string_view sql, std::size_t from) {
  while (true) {
    const auto found = sql.find(step_marker, from);
    if (found == std::string_view::npos)
      return sql.size();
    if (found == 0 || sql[found - 1] == '\n')
      return found;
    from = found + 1;
  }
}

/// A statement that cannot be read has no known end; printed SQL has a paragraph for each.
std::string first_paragraph(std::string_view sql) {
  const auto begin = std::min(sql.find_first_not_of(" \t\r\n"), sql.size());
  sql.remove_prefix(begin);
  return std::string(sql.substr(0, sql.find("\n\n")));
}

} // namespace

memory_database::memory_database() {
  if (sqlite3_open(":memory:", &handle_) != SQLITE_OK) {
    const std::string reason = handle_ == nullptr ? "out of memory" : sqlite3_errmsg(handle_);
    sqlite3_close(handle_);
    throw statement_failed(reason, "opening a database in memory");
  }
  // What an application would have; generated SQL must not lean on a lax spelling.
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  run("PRAGMA foreign_keys = ON");
}

memory_database::~memory_database() { sqlite3_close(handle_); }

void memory_database::run_steps(std::string_view sql) {
  for (std::size_t at = find_marker(sql, 0); at < sql.size();) {
    const auto line_end = std::min(sql.find('\n', at), sql.size());
    const auto next = find_marker(sql, line_end);
    run_step(sql.substr(at, line_end - at), sql.substr(line_end, next - line_end));
    at = next;
  }
}

void memory_database::run_step(std::string_view marker, std::string_view body) {
  const bool keys_off = marker.find("[foreign-keys-off]") != std::string_view::npos;
  if (keys_off)
    run("PRAGMA foreign_keys = OFF");
  run("BEGIN");
  run(body);
  run("COMMIT");
  if (keys_off)
    run("PRAGMA foreign_keys = ON");
}

void memory_database::run(std::string_view statements) {
  while (!statements.empty())
    statements = run_one(statements, nullptr);
}

std::vector<std::string> memory_database::first_column(std::string_view query) {
  std::vector<std::string> rows;
  run_one(query, &rows);
  return rows;
}

/// Runs the first statement and returns what follows it.
std::string_view memory_database::run_one(std::string_view statements,
                                          std::vector<std::string>* rows) {
  sqlite3_stmt* raw = nullptr;
  const char* tail = nullptr;
  const char* const begin = statements.data();
  int rc = sqlite3_prepare_v2(handle_, begin, static_cast<int>(statements.size()), &raw, &tail);
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(raw, &sqlite3_finalize);
  if (rc != SQLITE_OK) {
    throw statement_failed(sqlite3_errmsg(handle_), first_paragraph(statements));
  }
  // Comments and blanks alone make no statement.
  while (raw != nullptr && (rc = sqlite3_step(raw)) == SQLITE_ROW) {
    if (rows == nullptr)
      continue;
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(raw, 0));
    rows->push_back(text == nullptr ? "" : text);
  }
  const auto length = static_cast<std::size_t>(tail - begin);
  if (rc != SQLITE_DONE && rc != SQLITE_OK) {
    throw statement_failed(sqlite3_errmsg(handle_), first_paragraph(statements.substr(0, length)));
  }
  return statements.substr(length);
}

} // namespace strata::codegen
