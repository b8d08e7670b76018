// Table constraints. An empty name stands for the default one until a schema is composed.
#pragma once

#include <strata/model/conflict.hpp>
#include <strata/model/dialect.hpp>
#include <strata/model/name.hpp>
#include <strata/model/place.hpp>

#include <string>
#include <vector>

namespace strata::model {

enum class deferral { not_deferrable, initially_immediate, initially_deferred };

struct primary_key {
  std::string name;
  std::vector<std::string> columns;
  bool without_overlaps = false; ///< Of the last column, a range. PostgreSQL from 18.
  std::vector<std::string> include;
  std::string with; ///< Storage parameters of its index.
  deferral deferrable = deferral::not_deferrable;
  std::string sqlite_keys; ///< `.on_sqlite("…")`: the columns there; empty: as `columns` says.
  conflict_action on_conflict = conflict_action::abort; ///< SQLite.
  std::string comment;
  place where;

  friend bool operator==(const primary_key&, const primary_key&) = default;
};

struct unique_constraint {
  std::string name;
  std::vector<std::string> columns;
  bool without_overlaps = false; ///< Of the last column, a range. PostgreSQL from 18.
  std::vector<std::string> include;
  bool nulls_not_distinct = false;
  std::string with; ///< Storage parameters of its index.
  deferral deferrable = deferral::not_deferrable;
  bool as_found = false;   ///< May repeat another key; nothing in a database.
  std::string sqlite_keys; ///< `.on_sqlite("…")`: the columns there; empty: as `columns` says.
  conflict_action on_conflict = conflict_action::abort; ///< SQLite.
  dialect_set only;
  std::string comment;
  place where;

  friend bool operator==(const unique_constraint&, const unique_constraint&) = default;
};

struct check_constraint {
  std::string name;
  sql_text expression;
  bool no_inherit = false;
  bool not_valid = false;
  bool not_enforced = false; ///< Said, and never looked at. PostgreSQL from 18.
  dialect_set only;
  std::string comment;
  place where;

  friend bool operator==(const check_constraint&, const check_constraint&) = default;
};

enum class referential_action { no_action, restrict_, cascade, set_null, set_default };
enum class match_type { simple, full };

struct foreign_key {
  std::string name;
  std::vector<std::string> columns;
  bool period = false; ///< The last column is a range that the target's must cover. PostgreSQL 18.
  qualified_name target;
  std::vector<std::string> target_columns; ///< Empty until composed: the target's primary key.
  referential_action on_delete = referential_action::no_action;
  std::vector<std::string> set_columns; ///< Which ON DELETE SET NULL|DEFAULT sets; empty: all.
  referential_action on_update = referential_action::no_action;
  match_type match = match_type::simple;
  deferral deferrable = deferral::not_deferrable;
  bool not_valid = false;
  bool not_enforced = false; ///< Said, and never looked at. PostgreSQL from 18.
  bool as_found = false;     ///< Rules of a good key are not applied; nothing in a database.
  dialect_set only;
  std::string comment;
  place where;

  friend bool operator==(const foreign_key&, const foreign_key&) = default;
};

/// EXCLUDE USING method (element WITH operator, …) WHERE (predicate).
struct exclusion_constraint {
  struct element {
    std::string column;  ///< Either a column …
    sql_text expression; ///< … or an expression.
    std::string operator_class;
    std::string operator_; ///< As written: `&&`, `=`.

    friend bool operator==(const element&, const element&) = default;
  };

  std::string name;
  std::string method = "gist";
  std::vector<element> elements;
  std::vector<std::string> include;
  sql_text predicate;
  std::string with; ///< Storage parameters of its index.
  deferral deferrable = deferral::not_deferrable;
  dialect_set only;
  std::string comment;
  place where;

  friend bool operator==(const exclusion_constraint&, const exclusion_constraint&) = default;
};

} // namespace strata::model
