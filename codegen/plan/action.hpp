// The vertices of a plan: what is done to one object, and what must be done before it.
#pragma once

#include "codegen/sql/statement.hpp"

#include <strata/model/place.hpp>

#include <compare>
#include <string>
#include <vector>

namespace strata::codegen {

/// The part of a rollout (DESIGN.md, section 3).
enum class rollout_phase { expand, data, contract };

enum class object_class {
  before_sql,
  schema,
  extension,
  enumeration,
  user_type,
  sequence,
  function,
  table,
  column,
  rows,
  table_constraint,
  foreign_key,
  index,
  view,
  trigger,
  rule,
  policy,
  statistics,
  grant,
  comment,
  after_sql,
  column_default,
  partition, ///< A table's place among those of another.
  barrier,   ///< Runs nothing: some come before it, and others after.
};

/// What is done to the object. `alter` is a change of a column's type or a table's rebuild.
enum class stage { remove, rename, add, fill, alter, prove, tighten };

/// Identifies an action, and orders those that may run in any order.
struct vertex {
  object_class of = object_class::table;
  std::string name; ///< Qualified, its parts joined by `joint`.
  stage at = stage::add;

  friend bool operator==(const vertex&, const vertex&) = default;
  friend auto operator<=>(const vertex&, const vertex&) = default;
};

/// Joins the parts of a vertex's name: no name of an object holds it.
constexpr char joint = '\x1f';

std::string vertex_name(const model::qualified_name& name);
std::string vertex_name(const model::qualified_name& owner, const std::string& name);

/// `add column cameras.site`, for messages.
std::string display(const vertex& of);

/// How an action runs.
enum class conduct {
  in_transaction,      ///< Shares a step with its neighbours.
  foreign_keys_off,    ///< SQLite: in a step around which foreign keys are off.
  own_transaction,     ///< A step of its own: it scans or rewrites, and other locks must not wait.
  outside_transaction, ///< A step of one statement that runs in no transaction.
};

struct planned_statement {
  sql::statement statement;
  std::string comment; ///< Stands above it; empty: it speaks for itself.

  friend bool operator==(const planned_statement&, const planned_statement&) = default;
};

struct action {
  vertex id;
  rollout_phase phase = rollout_phase::expand;
  codegen::conduct conduct = conduct::in_transaction;
  std::vector<planned_statement> statements;
  std::vector<vertex> after;         ///< Run before this one, where they exist.
  std::vector<vertex> before;        ///< Run after this one, where they exist.
  std::vector<vertex> after_if_free; ///< Run before this one, unless they wait for it.
  std::vector<std::string> frees;    ///< Names that another action may take afterwards.
  std::vector<std::string> takes;    ///< Names that must be free.
  std::string table;                 ///< The vertex name of the table that it belongs to.
  std::vector<std::string> columns;  ///< Of that table: those it speaks of.
  std::vector<std::string> texts;    ///< Expressions in it, for what they mention.
  std::string step_group;            ///< Neighbours of one group share a step of their own.
  std::string builds_index;
  std::string drops_index;
  std::string done_when;
  std::string no_expand_form;  ///< The change that programs of both versions cannot live with.
  std::string gap;             ///< Names the gap that two objects open and close between them.
  bool sets_aside = false;     ///< Opens a gap that an action on the same object closes.
  bool puts_back = false;      ///< Closes such a gap.
  bool makes_way = false;      ///< Another relation takes the name, and what is added is of that.
  bool blocks_inserts = false; ///< Drops a column that rows without it could not be inserted with.
  bool is_user_dml = false;
  bool moves_no_key = false; ///< The user's rows that no foreign key follows.
  bool fires_triggers = false;
  bool loses_data = false;
  model::place where;

  void run(sql::statement statement, std::string comment = {}) {
    statements.push_back({std::move(statement), std::move(comment)});
  }
};

inline bool is(const action& of, object_class kind, stage at) {
  return of.id.of == kind && of.id.at == at;
}

/// SQLite's rebuild of a table, or a table that is partitioned anew.
inline bool is_rebuild(const action& of) { return is(of, object_class::table, stage::alter); }

/// The last part of the vertex's name.
std::string bare_name(const vertex& of);

/// What an action that sets aside opens, and one that puts back closes.
std::pair<object_class, std::string> gap_of(const action& of);

} // namespace strata::codegen
