// Objects declared as SQL that Strata does not look into: views, functions, triggers.
#pragma once

#include <strata/model/attachment.hpp>
#include <strata/model/column.hpp>
#include <strata/model/index.hpp>

#include <string>
#include <vector>

namespace strata::model {

/// CREATE [MATERIALIZED] VIEW name (column_names) AS query.
struct view {
  qualified_name name;
  sql_text query;
  bool materialized = false;
  std::string with;                       ///< Options as written: `security_barrier = true`.
  std::vector<std::string> column_names;  ///< `CREATE VIEW name (a, b)`; empty: the query's.
  std::vector<column> columns;            ///< For the accessors and comments; may be empty.
  std::vector<index> indexes;             ///< Of a materialized view.
  std::vector<qualified_name> depends_on; ///< Tables, views and functions.
  std::string comment;
  dialect_set only;
  std::string cpp_name;
  place where;

  friend bool operator==(const view&, const view&) = default;
};

/// CREATE FUNCTION|PROCEDURE|AGGREGATE name(parameters) definition.
struct function {
  enum class kind { function, procedure, aggregate };
  kind of = kind::function;
  qualified_name name;
  std::string parameters; ///< As written between the parentheses: `a integer, b text`.
  sql_text definition;    ///< All that follows: `RETURNS trigger LANGUAGE plpgsql AS $$…$$`.
  std::vector<qualified_name> depends_on;
  std::string comment;
  dialect_set only;
  place where;

  friend bool operator==(const function&, const function&) = default;
};

/// CREATE [CONSTRAINT] TRIGGER name events ON table action.
struct trigger {
  std::string name;
  qualified_name table;
  sql_text events; ///< `BEFORE UPDATE`, `AFTER INSERT OR DELETE`.
  sql_text action; ///< `FOR EACH ROW EXECUTE FUNCTION f()`, `BEGIN … END`.
  bool constraint = false;
  firing enabled = firing::origin;
  std::vector<qualified_name> depends_on;
  std::string comment;
  dialect_set only;
  place where;

  friend bool operator==(const trigger&, const trigger&) = default;
};

} // namespace strata::model
