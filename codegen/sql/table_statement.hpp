// Statements about tables, their columns, constraints and indexes.
#pragma once

#include "codegen/diff/operation.hpp"

#include <strata/model/schema.hpp>

#include <string>
#include <vector>

namespace strata::codegen::sql {

#define STRATA_STATEMENT_EQUALITY(type) friend bool operator==(const type&, const type&) = default

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
  std::string using_sql;                 ///< Empty: the assignment cast.
  std::vector<set_column_type> beside{}; ///< Of the same table, at one stroke.
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

/// A NOT NULL as a constraint of its own: PostgreSQL from 18.
struct add_not_null {
  model::qualified_name table;
  model::column column;
  bool not_valid = false;
  STRATA_STATEMENT_EQUALITY(add_not_null);
};

/// Of a NOT NULL: PostgreSQL from 18.
struct set_constraint_inheritance {
  model::qualified_name table;
  std::string name;
  bool no_inherit = false;
  STRATA_STATEMENT_EQUALITY(set_constraint_inheritance);
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

/// Of a column that is computed on read: PostgreSQL from 18.
struct set_expression {
  model::qualified_name table;
  std::string column;
  model::sql_text expression;
  STRATA_STATEMENT_EQUALITY(set_expression);
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
  bool if_exists = false; ///< A parent's may have taken it along.
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

struct set_index_statistics {
  model::qualified_name index;
  std::size_t key = 0; ///< Counted from 0.
  std::optional<std::int64_t> target;
  bool only_parent = false; ///< Of a partitioned table: its partitions' indexes keep theirs.
  STRATA_STATEMENT_EQUALITY(set_index_statistics);
};

struct rename_index {
  model::qualified_name from;
  std::string to;
  bool if_exists = false; ///< Under that name, which the server gave it.
  STRATA_STATEMENT_EQUALITY(rename_index);
};

#undef STRATA_STATEMENT_EQUALITY

} // namespace strata::codegen::sql
