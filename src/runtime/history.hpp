// The history table: append-only, made on demand, readable in older and newer forms.
#pragma once

#include "src/runtime/database_state.hpp"
#include "src/runtime/history_form.hpp"

#include <strata/runtime/migration_status.hpp>
#include <strata/runtime/session.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace strata::detail {

class history {
public:
  /// An empty `schema` is the database's default one, whichever that is.
  history(session& in, std::string schema, std::string table);

  /// One query when the table exists; a table that does not exist has no rows. Throws
  /// migration_error where a row is not one that a migrator writes.
  database_state read();

  /// All rows with all columns.
  std::vector<history_row> rows();

  /// Row `id` with all columns; an empty row when there is none.
  history_row row(std::int64_t id);

  /// Whether `ensure` has something to do.
  bool lacks_columns();

  /// Makes the table, or adds the columns that this program knows and an older one did not. Runs in
  /// the caller's transaction.
  void ensure();

  /// Adds a row, in the caller's transaction. `id`, `format`, `applied_by` and `applied_at` are
  /// filled in here. Returns the identity.
  std::int64_t append(const history_row& row);

  /// PostgreSQL: refuses a table whose owner is neither the session's role nor one that it belongs
  /// to, a superuser, or the owner of the database or of the schema. Asked before anything is
  /// written.
  void require_trusted_owner();

  /// How long the steps took together that were recorded since a version was last whole.
  std::int64_t steps_took();

  /// The highest identity; the table exists. One query that a step's transaction asks first.
  std::int64_t newest();

  /// With its schema, quoted.
  const std::string& qualified_name();

  const std::string& table() const { return table_; }

  /// The schema's name, unquoted; SQLite has `main`.
  const std::string& schema();

  /// That of the database's other objects, which need not be the history's; empty where none is.
  const std::string& default_schema();

private:
  result_set select(bool brief, const std::string& condition);
  std::vector<std::string> existing_columns();
  void create();
  result_set select_from_table(const std::string& columns, const std::string& rest);
  void require_table();
  void require_columns(const std::vector<std::string>& existing);
  std::vector<history_row> read_rows(const result_set& from);
  [[noreturn]] void refuse_row(const std::string& id, const std::string& fault);

  session* session_;
  std::string given_schema_;
  std::string table_;
  std::string schema_;
  std::optional<std::string> default_schema_;
  std::string qualified_;
};

} // namespace strata::detail
