// Statements about schemas, extensions, types, views, functions, triggers and what is like them.
#pragma once

#include "codegen/diff/operation.hpp"

#include <strata/model/schema.hpp>

#include <string>

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

#undef STRATA_STATEMENT_EQUALITY

} // namespace strata::codegen::sql
