// A database to try migrations on, past the runtime: raw drivers, and the inspector on top.
#pragma once

#include "codegen/adapt/adapt.hpp"

#include <strata/model/schema.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace strata::testing {

/// Throws std::runtime_error, with the statement, when the database refuses one.
class live_database {
public:
  live_database() = default;
  live_database(const live_database&) = delete;
  live_database& operator=(const live_database&) = delete;
  virtual ~live_database() = default;

  /// What migrations for it are made for: the oldest version that Strata promises to serve.
  virtual codegen::target target() const = 0;

  virtual void execute(const std::string& statements) = 0;

  /// Rows, each with its values joined by `|`; a null is `NULL`.
  virtual std::vector<std::string> query(const std::string& statement) = 0;

  virtual model::schema inspect() = 0;

  /// Runs a migration's text step by step, as docs/sql-files.md says.
  void apply(std::string_view sql);

  /// Runs the steps inside a transaction that is open already.
  void apply_in_transaction(std::string_view sql);

  bool is_sqlite() const { return target().dialect == model::dialect::sqlite; }
};

/// In memory, with foreign keys enforced.
std::unique_ptr<live_database> open_sqlite();

/// The database in a file.
std::unique_ptr<live_database> open_sqlite_file(const std::string& path);

/// The database that a `postgresql://` URL names.
std::unique_ptr<live_database> open_postgresql(const std::string& url);

} // namespace strata::testing
