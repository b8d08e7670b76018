// SQL statements as values: what the plan decides on and the printer prints.
#pragma once

#include "codegen/diff/operation.hpp"
#include "codegen/sql/rights.hpp"

#include <strata/model/schema.hpp>

#include <string>
#include <variant>
#include <vector>

namespace strata::codegen::sql {

#define STRATA_STATEMENT_EQUALITY(type) friend bool operator==(const type&, const type&) = default

struct create_schema {
  std::string name;
  STRATA_STATEMENT_EQUALITY(create_schema);
};

struct drop_schema {
  std::string name;
  STRATA_STATEMENT_EQUALITY(drop_schema);
};

struct create_extension {
  model::extension extension;
  STRATA_STATEMENT_EQUALITY(create_extension);
};

struct alter_extension {
  model::extension before;
  model::extension after;
  STRATA_STATEMENT_EQUALITY(alter_extension);
};

struct drop_extension {
  std::string name;
  STRATA_STATEMENT_EQUALITY(drop_extension);
};

struct create_type {
  model::qualified_name name;
  std::vector<std::string> values;
  STRATA_STATEMENT_EQUALITY(create_type);
};

struct drop_type {
  model::qualified_name name;
  STRATA_STATEMENT_EQUALITY(drop_type);
};

struct rename_type {
  model::qualified_name from;
  std::string to;
  STRATA_STATEMENT_EQUALITY(rename_type);
};

struct add_type_value {
  model::qualified_name type;
  std::string value;
  std::string before; ///< Empty: at the end.
  STRATA_STATEMENT_EQUALITY(add_type_value);
};

struct rename_type_value {
  model::qualified_name type;
  std::string from;
  std::string to;
  STRATA_STATEMENT_EQUALITY(rename_type_value);
};

/// Columns, primary key, uniques, checks and exclusions; on SQLite the foreign keys too.
struct create_table {
  model::table table;
  STRATA_STATEMENT_EQUALITY(create_table);
};

struct drop_table {
  model::qualified_name name;
  STRATA_STATEMENT_EQUALITY(drop_table);
};

struct rename_table {
  model::qualified_name from;
  std::string to;
  STRATA_STATEMENT_EQUALITY(rename_table);
};

struct set_logged {
  model::qualified_name table;
  bool logged = true;
  STRATA_STATEMENT_EQUALITY(set_logged);
};

/// Storage parameters, descent, row-level security, replica identity, clustering.
struct alter_table {
  model::table before;
  model::table after;
  STRATA_STATEMENT_EQUALITY(alter_table);
};

/// Storage, compression, statistics and planner parameters, where they differ.
struct set_column_storage {
  model::qualified_name table;
  model::column before;
  model::column after;
  STRATA_STATEMENT_EQUALITY(set_column_storage);
};

/// `checks` and `references` are written with the column (SQLite).
struct add_column {
  model::qualified_name table;
  model::column column;
  std::vector<model::check_constraint> checks;
  std::optional<model::foreign_key> references;
  STRATA_STATEMENT_EQUALITY(add_column);
};

struct drop_column {
  model::qualified_name table;
  std::string column;
  STRATA_STATEMENT_EQUALITY(drop_column);
};

struct rename_column {
  model::qualified_name table;
  std::string from;
  std::string to;
  STRATA_STATEMENT_EQUALITY(rename_column);
};

struct set_column_type {
  model::qualified_name table;
  std::string column;
  model::data_type type;
  std::string collation;
  std::string using_sql; ///< Empty: the assignment cast.
  STRATA_STATEMENT_EQUALITY(set_column_type);
};

struct set_default {
  model::qualified_name table;
  std::string column;
  model::default_value value;
  STRATA_STATEMENT_EQUALITY(set_default);
};

struct drop_default {
  model::qualified_name table;
  std::string column;
  STRATA_STATEMENT_EQUALITY(drop_default);
};

struct set_not_null {
  model::qualified_name table;
  std::string column;
  STRATA_STATEMENT_EQUALITY(set_not_null);
};

struct drop_not_null {
  model::qualified_name table;
  std::string column;
  STRATA_STATEMENT_EQUALITY(drop_not_null);
};

struct add_identity {
  model::qualified_name table;
  std::string column;
  model::identity identity;
  STRATA_STATEMENT_EQUALITY(add_identity);
};

struct set_identity {
  model::qualified_name table;
  std::string column;
  model::identity before;
  model::identity after;
  STRATA_STATEMENT_EQUALITY(set_identity);
};

struct drop_identity {
  model::qualified_name table;
  std::string column;
  STRATA_STATEMENT_EQUALITY(drop_identity);
};

struct drop_expression {
  model::qualified_name table;
  std::string column;
  STRATA_STATEMENT_EQUALITY(drop_expression);
};

/// With `using_index`, the index becomes the unique or primary key constraint's.
struct add_constraint {
  model::qualified_name table;
  strata::codegen::constraint constraint;
  bool not_valid = false;
  std::string using_index;
  STRATA_STATEMENT_EQUALITY(add_constraint);
};

struct validate_constraint {
  model::qualified_name table;
  std::string name;
  STRATA_STATEMENT_EQUALITY(validate_constraint);
};

struct drop_constraint {
  model::qualified_name table;
  std::string name;
  STRATA_STATEMENT_EQUALITY(drop_constraint);
};

struct rename_constraint {
  model::qualified_name table;
  std::string from;
  std::string to;
  STRATA_STATEMENT_EQUALITY(rename_constraint);
};

struct create_index {
  model::qualified_name table;
  model::index index;
  bool concurrently = false;
  STRATA_STATEMENT_EQUALITY(create_index);
};

/// A partition's index becomes its part of the parent's.
struct attach_index {
  model::qualified_name parent;
  model::qualified_name part;
  STRATA_STATEMENT_EQUALITY(attach_index);
};

struct drop_index {
  model::qualified_name name;
  bool concurrently = false;
  STRATA_STATEMENT_EQUALITY(drop_index);
};

struct rename_index {
  model::qualified_name from;
  std::string to;
  bool if_exists = false; ///< Under that name, which the server gave it.
  STRATA_STATEMENT_EQUALITY(rename_index);
};

struct create_view {
  model::view view;
  STRATA_STATEMENT_EQUALITY(create_view);
};

struct drop_view {
  model::qualified_name name;
  bool materialized = false;
  STRATA_STATEMENT_EQUALITY(drop_view);
};

struct rename_view {
  model::qualified_name from;
  std::string to;
  bool materialized = false;
  STRATA_STATEMENT_EQUALITY(rename_view);
};

struct create_function {
  model::function function;
  bool replace = false;
  STRATA_STATEMENT_EQUALITY(create_function);
};

struct drop_function {
  model::function function;
  STRATA_STATEMENT_EQUALITY(drop_function);
};

struct create_trigger {
  model::trigger trigger;
  STRATA_STATEMENT_EQUALITY(create_trigger);
};

struct drop_trigger {
  std::string name;
  model::qualified_name table;
  STRATA_STATEMENT_EQUALITY(drop_trigger);
};

struct rename_trigger {
  model::qualified_name table;
  std::string from;
  std::string to;
  STRATA_STATEMENT_EQUALITY(rename_trigger);
};

/// The user's triggers of a table, all together.
struct set_triggers {
  model::qualified_name table;
  bool enabled = true;
  STRATA_STATEMENT_EQUALITY(set_triggers);
};

struct create_object {
  further_object object;
  STRATA_STATEMENT_EQUALITY(create_object);
};

struct drop_object {
  further_object object;
  STRATA_STATEMENT_EQUALITY(drop_object);
};

struct alter_object {
  further_object before;
  further_object after;
  STRATA_STATEMENT_EQUALITY(alter_object);
};

struct rename_object {
  codegen::rename_object about;
  STRATA_STATEMENT_EQUALITY(rename_object);
};

struct comment_on {
  codegen::set_comment about;
  STRATA_STATEMENT_EQUALITY(comment_on);
};

/// `overriding`: OVERRIDING SYSTEM VALUE, for explicit values of an identity column.
struct insert_rows {
  model::qualified_name table;
  std::vector<std::string> columns;
  std::vector<std::vector<model::literal>> rows;
  bool overriding = false;
  STRATA_STATEMENT_EQUALITY(insert_rows);
};

struct update_row {
  model::qualified_name table;
  change_rows::update update;
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
  STRATA_STATEMENT_EQUALITY(fill_column);
};

/// INSERT INTO to (columns) SELECT expressions FROM from.
struct copy_rows {
  model::qualified_name from;
  model::qualified_name to;
  std::vector<std::string> columns;
  std::vector<std::string> expressions; ///< SQL, in the order of `columns`.
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

using statement = std::variant<create_schema,
                               drop_schema,
                               create_extension,
                               alter_extension,
                               drop_extension,
                               create_type,
                               drop_type,
                               rename_type,
                               add_type_value,
                               rename_type_value,
                               create_table,
                               drop_table,
                               rename_table,
                               set_logged,
                               alter_table,
                               set_column_storage,
                               add_column,
                               drop_column,
                               rename_column,
                               set_column_type,
                               set_default,
                               drop_default,
                               set_not_null,
                               drop_not_null,
                               add_identity,
                               set_identity,
                               drop_identity,
                               drop_expression,
                               add_constraint,
                               validate_constraint,
                               drop_constraint,
                               rename_constraint,
                               create_index,
                               attach_index,
                               drop_index,
                               rename_index,
                               create_view,
                               drop_view,
                               rename_view,
                               create_function,
                               drop_function,
                               create_trigger,
                               drop_trigger,
                               rename_trigger,
                               set_triggers,
                               create_object,
                               drop_object,
                               alter_object,
                               rename_object,
                               comment_on,
                               insert_rows,
                               update_row,
                               delete_row,
                               advance_sequence,
                               fill_column,
                               copy_rows,
                               copy_sequence,
                               check_deferred_now,
                               verbatim,
                               keep_rights,
                               restore_rights>;

} // namespace strata::codegen::sql
