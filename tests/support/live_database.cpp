// Steps on raw drivers.
#include "tests/support/live_database.hpp"

#include "codegen/inspect/postgresql.hpp"
#include "codegen/inspect/sqlite.hpp"
#include "src/runtime/migration_steps.hpp"

#include <pqxx/pqxx>
#include <sqlite3.h>

#include <stdexcept>

namespace strata::testing {
namespace {

class sqlite_database : public live_database {
public:
  explicit sqlite_database(const std::string& path = ":memory:") {
    if (sqlite3_open(path.c_str(), &handle_) != SQLITE_OK)
      throw std::runtime_error("no SQLite");
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite_database::execute("PRAGMA foreign_keys = ON");
  }

  ~sqlite_database() override { sqlite3_close(handle_); }

  codegen::target target() const override { return {model::dialect::sqlite, 3038000}; }

  void execute(const std::string& statements) override {
    char* message = nullptr;
    if (sqlite3_exec(handle_, statements.c_str(), nullptr, nullptr, &message) != SQLITE_OK) {
      const std::string text = message;
      sqlite3_free(message);
      throw std::runtime_error(text + "\nin: " + statements);
    }
  }

  std::vector<std::string> query(const std::string& statement) override {
    std::vector<std::string> rows;
    char* message = nullptr;
    const auto add = [](void* into, int count, char** values, char**) {
      std::string row;
      for (int at = 0; at < count; ++at) {
        row += (at == 0 ? "" : "|") + std::string(values[at] == nullptr ? "NULL" : values[at]);
      }
      static_cast<std::vector<std::string>*>(into)->push_back(row);
      return 0;
    };
    if (sqlite3_exec(handle_, statement.c_str(), add, &rows, &message) != SQLITE_OK) {
      const std::string text = message;
      sqlite3_free(message);
      throw std::runtime_error(text + "\nin: " + statement);
    }
    return rows;
  }

  model::schema inspect() override { return codegen::inspect_sqlite(handle_); }

private:
  sqlite3* handle_ = nullptr;
};

class postgresql_database : public live_database {
public:
  explicit postgresql_database(const std::string& url) : connection_(url), work_(connection_) {
    // The server's notices (truncated names, skipped objects) are no part of a test's output.
    postgresql_database::execute("SET client_min_messages = warning");
  }

  codegen::target target() const override { return {model::dialect::postgresql, 130000}; }

  void execute(const std::string& statements) override {
    try {
      work_.exec(statements);
    } catch (const pqxx::sql_error& error) {
      throw std::runtime_error(std::string(error.what()) + "\nin: " + statements);
    }
  }

  std::vector<std::string> query(const std::string& statement) override {
    std::vector<std::string> rows;
    for (const auto& row : work_.exec(statement)) {
      std::string text;
      for (const auto& field : row) {
        text +=
            (field.num() == 0 ? "" : "|") + std::string(field.is_null() ? "NULL" : field.c_str());
      }
      rows.push_back(text);
    }
    return rows;
  }

  model::schema inspect() override {
    // The reader declares cursors; a change that is tried and taken back has its transaction.
    if (query("SELECT pg_current_xact_id_if_assigned() IS NOT NULL").front() == "t")
      return codegen::inspect_postgresql(work_);
    work_.exec("BEGIN");
    try {
      model::schema read = codegen::inspect_postgresql(work_);
      work_.exec("COMMIT");
      return read;
    } catch (...) {
      work_.exec("ROLLBACK");
      throw;
    }
  }

private:
  pqxx::connection connection_;
  pqxx::nontransaction work_;
};

} // namespace

void live_database::apply(std::string_view sql) {
  for (const migration_step& step : split_steps(sql)) {
    const std::string text(step.sql);
    if (step.foreign_keys_off)
      execute("PRAGMA foreign_keys = OFF");
    if (!step.in_transaction) {
      execute(text);
      continue;
    }
    execute("BEGIN");
    try {
      execute(text);
      execute("COMMIT");
    } catch (...) {
      execute("ROLLBACK");
      if (step.foreign_keys_off)
        execute("PRAGMA foreign_keys = ON");
      throw;
    }
    if (step.foreign_keys_off)
      execute("PRAGMA foreign_keys = ON");
  }
  if (is_sqlite() && !query("PRAGMA foreign_key_check").empty()) {
    throw std::runtime_error("the migration leaves broken foreign keys:\n" + std::string(sql));
  }
}

void live_database::apply_in_transaction(std::string_view sql) {
  for (const migration_step& step : split_steps(sql)) {
    if (!step.in_transaction)
      throw std::runtime_error("a plain form with a step outside:\n" + std::string(sql));
    execute(std::string(step.sql));
  }
}

std::unique_ptr<live_database> open_sqlite() { return std::make_unique<sqlite_database>(); }

std::unique_ptr<live_database> open_sqlite_file(const std::string& path) {
  return std::make_unique<sqlite_database>(path);
}

std::unique_ptr<live_database> open_postgresql(const std::string& url) {
  return std::make_unique<postgresql_database>(url);
}

} // namespace strata::testing
