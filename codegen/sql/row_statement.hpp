// Statements that write rows, and those that are the user's own.
#pragma once

#include <strata/model/schema.hpp>

#include <string>
#include <vector>

namespace strata::codegen::sql {

#define STRATA_STATEMENT_EQUALITY(type) friend bool operator==(const type&, const type&) = default

// `or_abort`: on SQLite, whatever the ON CONFLICT clauses of the table's constraints say.

/// `overriding`: OVERRIDING SYSTEM VALUE, for explicit values of an identity column.
struct insert_rows {
  model::qualified_name table;
  std::vector<std::string> columns;
  std::vector<std::vector<model::literal>> rows;
  bool overriding = false;
  bool or_abort = false;
  STRATA_STATEMENT_EQUALITY(insert_rows);
};

struct update_row {
  model::qualified_name table;
  change_rows::update update;
  bool or_abort = false;
  STRATA_STATEMENT_EQUALITY(update_row);
};

struct delete_row {
  model::qualified_name table;
  std::vector<std::string> key_columns;
  std::vector<model::literal> key;
  STRATA_STATEMENT_EQUALITY(delete_row);
};

/// Moves an identity column's sequence past the values that the table holds, never back.
struct advance_sequence {
  model::qualified_name table;
  std::string column;
  STRATA_STATEMENT_EQUALITY(advance_sequence);
};

/// UPDATE table SET column = expression [WHERE condition].
struct fill_column {
  model::qualified_name table;
  std::string column;
  std::string expression;
  std::string condition;
  bool or_abort = false;
  STRATA_STATEMENT_EQUALITY(fill_column);
};

/// INSERT INTO to (columns) SELECT expressions FROM from.
struct copy_rows {
  model::qualified_name from;
  model::qualified_name to;
  std::vector<std::string> columns;
  std::vector<std::string> expressions; ///< SQL, in the order of `columns`.
  bool or_abort = false;
  STRATA_STATEMENT_EQUALITY(copy_rows);
};

/// SQLite: hands AUTOINCREMENT's memory on, so that no deleted row's number is given again.
struct copy_sequence {
  std::string from;
  std::string to;
  STRATA_STATEMENT_EQUALITY(copy_sequence);
};

/// PostgreSQL refuses DDL on a table with deferred checks pending.
struct check_deferred_now {
  STRATA_STATEMENT_EQUALITY(check_deferred_now);
};

/// The user's own SQL.
struct verbatim {
  std::string text;
  STRATA_STATEMENT_EQUALITY(verbatim);
};

#undef STRATA_STATEMENT_EQUALITY

} // namespace strata::codegen::sql
