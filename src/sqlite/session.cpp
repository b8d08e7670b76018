// A session on a SQLite database.
#include "src/sqlite/session.hpp"

#include "src/runtime/statement_text.hpp"
#include "src/sqlite/backup.hpp"
#include "src/sqlite/errors.hpp"
#include "src/sqlite/foreign_keys.hpp"
#include "src/sqlite/functions.hpp"
#include "src/sqlite/rows.hpp"
#include "src/sqlite/suspected_keys.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <filesystem>

namespace strata::sqlite {
namespace {

constexpr int busy_milliseconds = 5000;

/// Resets a statement however its use ends, so that it holds no lock.
class reset_afterwards {
public:
  explicit reset_afterwards(statement& which) : which_(which) {}

  reset_afterwards(const reset_afterwards&) = delete;
  reset_afterwards& operator=(const reset_afterwards&) = delete;

  ~reset_afterwards() { which_.reset(); }

private:
  statement& which_;
};

/// SQLite itself says "unable to open database file", whichever part of the path is missing.
void require_place(const std::string& path, bool may_create) {
  namespace fs = std::filesystem;
  std::error_code unknown;
  const fs::path absolute = fs::absolute(path, unknown);
  if (fs::exists(absolute, unknown) || unknown)
    return;
  if (!fs::exists(absolute.parent_path(), unknown) && !unknown) {
    throw connection_error(
        fmt::format("the SQLite database {} cannot be opened: there is no folder {}; make it, or "
                    "correct the path",
                    path,
                    absolute.parent_path().string()),
        {.code = "R003"});
  }
  if (!may_create) {
    throw connection_error(
        fmt::format("the SQLite database {} does not exist; correct the path, or "
                    "make the database with `upgrade`",
                    absolute.string()),
        {.code = "R006"});
  }
}

} // namespace

void session::close::operator()(sqlite3* database) const noexcept {
  if (owned)
    sqlite3_close_v2(database);
}

std::unique_ptr<session> session::open(const file_url& which) {
  const std::string& path = which.path;
  if (path != ":memory:")
    require_place(path, which.may_create);
  sqlite3* raw = nullptr;
  const int flags = (which.may_write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) |
                    (which.may_create ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_EXRESCODE;
  const int rc = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  std::unique_ptr<session> opened(new session(raw, true));
  if (rc != SQLITE_OK) {
    throw connection_error(
        fmt::format("the SQLite database {} cannot be opened: {}", path, sqlite3_errmsg(raw)),
        {.code = "R003"});
  }
  sqlite3_busy_timeout(raw, busy_milliseconds);
  add_functions(raw);
  opened->execute("PRAGMA foreign_keys = ON");
  // Reads the file's header, so that a file that is no database is refused here.
  opened->execute("PRAGMA schema_version");
  return opened;
}

std::unique_ptr<session> session::borrow(sqlite3* database) {
  add_functions(database);
  return std::unique_ptr<session>(new session(database, false));
}

int session::server_version() { return sqlite3_libversion_number(); }

std::string session::describe() const {
  const char* file = sqlite3_db_filename(database_.get(), "main");
  return file && *file ? file : ":memory:";
}

template <typename OnRow>
void session::run(statement& running,
                  std::string_view text,
                  std::span<const value> parameters,
                  OnRow on_row) {
  const reset_afterwards resets(running);
  running.bind(parameters);
  try {
    while (running.step()) {
      on_row();
    }
  } catch (const foreign_key_violation& failed) {
    // COMMIT and RELEASE, which SQLite counts among those that write nothing themselves.
    const bool is_end = running.is_read_only();
    running.reset();
    throw_with_name(failed, is_end, text, parameters);
  }
}

void session::throw_with_name(const foreign_key_violation& failed,
                              bool is_end_of_transaction,
                              std::string_view text,
                              std::span<const value> parameters) {
  error_facts facts = failed.facts();
  if (is_end_of_transaction) {
    facts.constraint = broken_foreign_key(database_.get());
  }
  std::string told = facts.constraint;
  if (!is_end_of_transaction) {
    const auto suspected = suspected_keys(database_.get(), text, parameters);
    if (suspected.size() == 1)
      facts.constraint = suspected[0];
    told = fmt::format("{}{}", suspected.size() > 1 ? "one of " : "", fmt::join(suspected, ", "));
  }
  throw foreign_key_violation(failed.what() + (told.empty() ? told : ": " + told),
                              std::move(facts));
}

void session::execute(std::string_view statements) {
  detail::require_no_nul(statements);
  while (!statements.empty()) {
    const std::string_view before = statements;
    statement next(database_.get(), statements);
    if (next.is_empty())
      continue;
    const std::string_view text = before.substr(0, before.size() - statements.size());
    const reset_afterwards resets(next);
    next.bind({});
    try {
      while (next.step()) {
      }
    } catch (const foreign_key_violation& failed) {
      const bool is_end = next.is_read_only();
      next.reset();
      throw_with_name(failed, is_end, text, {});
    }
  }
}

statement&
session::compiled(std::string_view text, bool prepare, std::unique_ptr<statement>& once) {
  if (statement* known = prepare ? prepared_.find(text) : nullptr) {
    return *known;
  }
  detail::require_no_nul(text);
  auto rest = text;
  statement fresh(database_.get(), rest);
  while (fresh.is_empty() && !rest.empty()) {
    fresh = statement(database_.get(), rest);
  }
  if (fresh.is_empty()) {
    throw query_error("the text holds no statement",
                      {.code = "R061", .statement = std::string(text)});
  }
  while (!rest.empty()) { // Space and comments may follow.
    if (!statement(database_.get(), rest).is_empty()) {
      throw query_error("the text holds more than one statement; run them one by one",
                        {.code = "R061", .statement = std::string(text)});
    }
  }
  if (prepare) {
    if (prepared_.is_full())
      prepared_.forget_oldest();
    return prepared_.keep(text, std::move(fresh));
  }
  once = std::make_unique<statement>(std::move(fresh));
  return *once;
}

result_set session::query(std::string_view text, std::span<const value> parameters, bool prepare) {
  std::unique_ptr<statement> once;
  statement& running = compiled(text, prepare, once);
  const auto before = sqlite3_total_changes64(database_.get());
  result_set result;
  // SQLite compiles a statement anew when the schema has changed: only after the first step it is
  // known what it returns.
  const auto name_columns = [&] {
    if (result.columns.empty()) {
      for (int i = 0; i < running.columns(); ++i) {
        result.columns.emplace_back(running.column_name(i));
      }
    }
  };
  run(running, text, parameters, [&] {
    name_columns();
    auto& row = result.rows.emplace_back();
    row.reserve(result.columns.size());
    for (int i = 0; i < running.columns(); ++i) {
      row.push_back(running.read(i));
    }
  });
  name_columns();
  if (sqlite3_total_changes64(database_.get()) != before) {
    result.affected = sqlite3_changes64(database_.get());
  }
  return result;
}

std::int64_t session::bulk_insert(std::string_view schema,
                                  std::string_view table,
                                  std::span<const std::string_view> columns,
                                  const std::function<bool(std::vector<value>&)>& next) {
  std::string names;
  std::string places;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    names += (i ? ", " : "") + quoted(columns[i]);
    places += fmt::format("{}?{}", i ? ", " : "", i + 1);
  }
  const std::string target = schema.empty() ? quoted(table) : quoted(schema) + "." + quoted(table);
  const std::string text = fmt::format("INSERT INTO {} ({}) VALUES ({})", target, names, places);
  std::string_view rest = text;
  statement insert(database_.get(), rest);
  std::int64_t count = 0;
  std::vector<value> row;
  while (row.clear(), next(row)) {
    run(insert, text, row, [] {});
    ++count;
  }
  return count;
}

bool session::in_transaction() const { return sqlite3_get_autocommit(database_.get()) == 0; }

void session::backup(const std::string& file) { copy_database(database_.get(), file); }

} // namespace strata::sqlite
