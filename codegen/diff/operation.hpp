// Operations: what differs between two schemas, as values.
//
// Operations after a rename speak of new names. A table's creation brings its columns, primary key,
// uniques, checks and exclusions; its foreign keys, indexes, rows and comments are operations of
// their own. Visit with a named visitor, one operator() per operation and no generic fallback.
#pragma once

#include <strata/model/schema.hpp>
#include <strata/model/transition.hpp>

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace strata::codegen {

using constraint = std::variant<model::primary_key,
                                model::unique_constraint,
                                model::check_constraint,
                                model::foreign_key,
                                model::exclusion_constraint>;

/// An object of a kind that PostgreSQL alone has.
using further_object = std::variant<model::sequence,
                                    model::domain,
                                    model::composite_type,
                                    model::range_type,
                                    model::rule,
                                    model::policy,
                                    model::statistics,
                                    model::grant>;

#define STRATA_OPERATION_EQUALITY(type) friend bool operator==(const type&, const type&) = default

struct create_schema {
  std::string name;
  STRATA_OPERATION_EQUALITY(create_schema);
};

struct drop_schema {
  std::string name;
  STRATA_OPERATION_EQUALITY(drop_schema);
};

struct create_extension {
  model::extension extension;
  STRATA_OPERATION_EQUALITY(create_extension);
};

/// Of another schema or version.
struct alter_extension {
  model::extension before;
  model::extension after;
  STRATA_OPERATION_EQUALITY(alter_extension);
};

struct drop_extension {
  model::extension extension;
  STRATA_OPERATION_EQUALITY(drop_extension);
};

struct create_enumeration {
  model::enumeration enumeration;
  STRATA_OPERATION_EQUALITY(create_enumeration);
};

struct drop_enumeration {
  model::enumeration enumeration;
  STRATA_OPERATION_EQUALITY(drop_enumeration);
};

struct rename_enumeration {
  model::qualified_name from;
  model::qualified_name to;
  STRATA_OPERATION_EQUALITY(rename_enumeration);
};

struct rename_enum_value {
  model::qualified_name enumeration;
  std::string from;
  std::string to;
  STRATA_OPERATION_EQUALITY(rename_enum_value);
};

/// ALTER TYPE … ADD VALUE value [BEFORE before]; an empty `before` appends.
struct add_enum_value {
  model::qualified_name enumeration;
  std::string value;
  std::string before;
  STRATA_OPERATION_EQUALITY(add_enum_value);
};

/// Values were removed or reordered: the type is built anew and its columns are moved over.
struct replace_enumeration {
  model::enumeration before;
  model::enumeration after;
  STRATA_OPERATION_EQUALITY(replace_enumeration);
};

struct create_table {
  model::table table;
  STRATA_OPERATION_EQUALITY(create_table);
};

struct drop_table {
  model::table table;
  STRATA_OPERATION_EQUALITY(drop_table);
};

struct rename_table {
  model::qualified_name from;
  model::qualified_name to;
  STRATA_OPERATION_EQUALITY(rename_table);
};

/// Properties of the table itself: how it is stored, descends, is guarded and replicated.
struct alter_table {
  model::table before;
  model::table after;
  STRATA_OPERATION_EQUALITY(alter_table);
};

/// `backfill` gives existing rows their value; without one a column that is neither nullable nor
/// defaulted nor generated nor an identity fails on a table with rows.
struct add_column {
  model::qualified_name table;
  model::column column;
  std::optional<model::backfill> backfill;
  STRATA_OPERATION_EQUALITY(add_column);
};

struct drop_column {
  model::qualified_name table;
  model::column column;
  STRATA_OPERATION_EQUALITY(drop_column);
};

struct rename_column {
  model::qualified_name table;
  std::string from;
  std::string to;
  STRATA_OPERATION_EQUALITY(rename_column);
};

/// Type, nullability, default, identity, generation or collation changed; names are equal.
struct alter_column {
  model::qualified_name table;
  model::column before;
  model::column after;
  std::optional<model::conversion> conversion;
  std::optional<model::backfill> backfill;
  /// What domains are over, where one of the two types is a domain.
  std::optional<std::pair<model::data_type, model::data_type>> bases{};

  const model::data_type& base_before() const { return bases ? bases->first : before.type; }

  const model::data_type& base_after() const { return bases ? bases->second : after.type; }

  STRATA_OPERATION_EQUALITY(alter_column);
};

/// UPDATE of a column that stays as it is.
struct backfill_column {
  model::backfill backfill;
  STRATA_OPERATION_EQUALITY(backfill_column);
};

struct add_constraint {
  model::qualified_name table;
  strata::codegen::constraint constraint;
  STRATA_OPERATION_EQUALITY(add_constraint);
};

struct drop_constraint {
  model::qualified_name table;
  strata::codegen::constraint constraint;
  STRATA_OPERATION_EQUALITY(drop_constraint);
};

struct rename_constraint {
  model::qualified_name table;
  std::string from;
  std::string to;
  STRATA_OPERATION_EQUALITY(rename_constraint);
};

struct create_index {
  model::qualified_name table;
  model::index index;
  STRATA_OPERATION_EQUALITY(create_index);
};

struct drop_index {
  model::qualified_name table;
  model::index index;
  STRATA_OPERATION_EQUALITY(drop_index);
};

/// Same name, another definition.
struct replace_index {
  model::qualified_name table;
  model::index before;
  model::index after;
  STRATA_OPERATION_EQUALITY(replace_index);
};

struct rename_index {
  model::qualified_name table;
  std::string from;
  std::string to;
  STRATA_OPERATION_EQUALITY(rename_index);
};

/// ALTER INDEX … ALTER COLUMN … SET STATISTICS of an index that stays.
struct set_index_statistics {
  model::qualified_name table;
  std::string index;
  std::size_t key = 0; ///< Counted from 0.
  std::optional<std::int64_t> before;
  std::optional<std::int64_t> after;
  STRATA_OPERATION_EQUALITY(set_index_statistics);
};

struct create_view {
  model::view view;
  STRATA_OPERATION_EQUALITY(create_view);
};

struct drop_view {
  model::view view;
  STRATA_OPERATION_EQUALITY(drop_view);
};

struct rename_view {
  model::qualified_name from;
  model::qualified_name to;
  bool materialized = false;
  STRATA_OPERATION_EQUALITY(rename_view);
};

struct create_function {
  model::function function;
  STRATA_OPERATION_EQUALITY(create_function);
};

struct drop_function {
  model::function function;
  STRATA_OPERATION_EQUALITY(drop_function);
};

/// Same name and parameters, another definition.
struct replace_function {
  model::function before;
  model::function after;
  STRATA_OPERATION_EQUALITY(replace_function);
};

struct create_trigger {
  model::trigger trigger;
  STRATA_OPERATION_EQUALITY(create_trigger);
};

struct drop_trigger {
  model::trigger trigger;
  STRATA_OPERATION_EQUALITY(drop_trigger);
};

struct rename_trigger {
  model::qualified_name table;
  std::string from;
  std::string to;
  STRATA_OPERATION_EQUALITY(rename_trigger);
};

/// Without its comments.
struct create_object {
  further_object object;
  STRATA_OPERATION_EQUALITY(create_object);
};

struct drop_object {
  further_object object;
  STRATA_OPERATION_EQUALITY(drop_object);
};

/// Same name, another definition, which ALTER reaches.
struct alter_object {
  further_object before;
  further_object after;
  STRATA_OPERATION_EQUALITY(alter_object);
};

/// Of these kinds, an attribute of a composite type, or a function (with its parameters).
struct rename_object {
  model::object_kind kind = model::object_kind::sequence;
  model::qualified_name owner;
  model::qualified_name from;
  std::string to;
  std::string parameters;
  bool is_procedure = false;
  STRATA_OPERATION_EQUALITY(rename_object);
};

/// COMMENT ON kind …; `owner` holds columns, constraints and triggers; `parameters` are a
/// function's.
struct set_comment {
  model::object_kind kind = model::object_kind::table;
  model::qualified_name owner;
  model::qualified_name name;
  std::string parameters;
  bool materialized = false;
  bool on_domain = false; ///< A constraint's owner is a domain.
  std::string before;
  std::string after;
  STRATA_OPERATION_EQUALITY(set_comment);
};

/// Reference rows of one table that were added, changed (by primary key) or removed.
struct change_rows {
  struct change {
    std::vector<std::string> columns; ///< Names, in the order of `values`.
    std::vector<model::literal> values;
    STRATA_OPERATION_EQUALITY(change);
  };

  struct update {
    std::vector<std::string> key_columns;
    std::vector<model::literal> key;
    change before; ///< Only the columns that differ.
    change after;
    STRATA_OPERATION_EQUALITY(update);
  };

  model::qualified_name table;
  std::vector<change> inserted; ///< All declared columns.
  std::vector<update> updated;
  std::vector<change> deleted; ///< All declared columns, as they were.
  std::vector<std::string> key_columns;
  STRATA_OPERATION_EQUALITY(change_rows);
};

struct run_sql {
  model::custom_sql statement;
  STRATA_OPERATION_EQUALITY(run_sql);
};

#undef STRATA_OPERATION_EQUALITY

using operation = std::variant<create_schema,
                               drop_schema,
                               create_extension,
                               alter_extension,
                               drop_extension,
                               create_enumeration,
                               drop_enumeration,
                               rename_enumeration,
                               rename_enum_value,
                               add_enum_value,
                               replace_enumeration,
                               create_table,
                               drop_table,
                               rename_table,
                               alter_table,
                               add_column,
                               drop_column,
                               rename_column,
                               alter_column,
                               backfill_column,
                               add_constraint,
                               drop_constraint,
                               rename_constraint,
                               create_index,
                               drop_index,
                               replace_index,
                               rename_index,
                               set_index_statistics,
                               create_view,
                               drop_view,
                               rename_view,
                               create_function,
                               drop_function,
                               replace_function,
                               create_trigger,
                               drop_trigger,
                               rename_trigger,
                               create_object,
                               drop_object,
                               alter_object,
                               rename_object,
                               set_comment,
                               change_rows,
                               run_sql>;

} // namespace strata::codegen
