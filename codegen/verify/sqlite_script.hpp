// A migration's SQL, run on a database in memory as the runtime would run it.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace strata::codegen {

/// A statement that SQLite refused; `what()` is its reason.
class statement_failed : public std::runtime_error {
public:
  statement_failed(const std::string& reason, std::string statement)
      : std::runtime_error(reason), statement_(std::move(statement)) {}

  const std::string& statement() const noexcept { return statement_; }

private:
  std::string statement_;
};

/// A database in memory with foreign keys enforced.
class memory_database {
public:
  memory_database();
  memory_database(const memory_database&) = delete;
  memory_database& operator=(const memory_database&) = delete;
  ~memory_database();

  sqlite3* handle() const { return handle_; }

  /// Runs a migration's text step by step (docs/sql-files.md): each in a transaction, with foreign
  /// keys off where its marker says so. Throws statement_failed.
  void run_steps(std::string_view sql);

  /// Runs any number of statements. Throws statement_failed, with the one that failed.
  void run(std::string_view statements);

  /// The first column of a query's rows, as text. Throws statement_failed.
  std::vector<std::string> first_column(std::string_view query);

private:
  void run_step(std::string_view marker, std::string_view body);
  std::string_view run_one(std::string_view statements, std::vector<std::string>* rows);

  sqlite3* handle_ = nullptr;
};

} // namespace strata::codegen
