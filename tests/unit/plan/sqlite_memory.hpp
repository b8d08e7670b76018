// A SQLite database in memory that runs migrations as the runtime does.
#pragma once

#include "src/runtime/migration_steps.hpp"

#include <sqlite3.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace strata::testing {

class sqlite_memory {
public:
  sqlite_memory() {
    sqlite3* opened = nullptr;
    sqlite3_open(":memory:", &opened);
    database_.reset(opened);
    run("PRAGMA foreign_keys = ON");
  }

  /// Throws with SQLite's message.
  void run(std::string_view statements) {
    char* message = nullptr;
    if (sqlite3_exec(
            database_.get(), std::string(statements).c_str(), nullptr, nullptr, &message) !=
        SQLITE_OK) {
      const std::string text = message;
      sqlite3_free(message);
      throw std::runtime_error(text);
    }
  }

  /// Each step in its transaction, foreign keys off around those that say so.
  void migrate(std::string_view text) {
    for (const migration_step& step : split_steps(text)) {
      if (step.foreign_keys_off) {
        run("PRAGMA foreign_keys = OFF");
      }
      run("BEGIN IMMEDIATE");
      run(step.sql);
      run("COMMIT");
      run("PRAGMA foreign_keys = ON");
    }
  }

  /// The answer as text: columns joined by `|`, rows by `;`.
  std::string ask(const std::string& query) {
    std::string answer;
    char* message = nullptr;
    if (sqlite3_exec(database_.get(), query.c_str(), &add_row, &answer, &message) != SQLITE_OK) {
      const std::string text = message;
      sqlite3_free(message);
      throw std::runtime_error(text);
    }
    return answer;
  }

  /// Names of what is there, without what SQLite makes for itself.
  std::string objects(const std::string& kind) {
    return ask("SELECT name FROM sqlite_schema WHERE type = '" + kind +
               "' AND name NOT LIKE 'sqlite_%' ORDER BY name");
  }

private:
  struct closing {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };

  static int add_row(void* answer, int count, char** values, char**) {
    std::string& text = *static_cast<std::string*>(answer);
    text += text.empty() ? "" : ";";
    for (int at = 0; at < count; ++at) {
      text += at == 0 ? "" : "|";
      text += values[at] == nullptr ? "null" : values[at];
    }
    return 0;
  }

  std::unique_ptr<sqlite3, closing> database_;
};

} // namespace strata::testing
