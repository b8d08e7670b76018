// What a plan is made of: two adapted schemas and what differs between them.
#pragma once

#include "codegen/adapt/adapt.hpp"
#include "codegen/diff/operation.hpp"
#include "codegen/plan/passing_names.hpp"

#include <strata/model/schema.hpp>
#include <strata/model/transition.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace strata::codegen {

/// The direction decides what is said of drops: down they are marked, up they carry a reason.
enum class direction { up, down };

/// How much a plan may assume: `online` keeps a busy service up, `plain` has the database to
/// itself.
enum class manner { online, plain };

/// A column's default that calls a function which is dropped and created.
struct default_aside {
  model::qualified_name table;
  std::string column;
  model::default_value value;
};

/// What of a domain calls such a function, before and after: checks, and its default.
struct domain_aside {
  model::domain before;
  model::domain after;
};

struct change {
  target on;
  const model::schema& from; ///< Adapted; empty for a wholly new schema.
  const model::schema& to;   ///< Adapted.
  const model::schema& declared_from;
  const model::schema& declared_to;
  std::vector<operation> operations;
  const model::transition& transition;
  direction way = direction::up;
  manner how = manner::online;
  std::set<std::string> put_aside{};   ///< Vertex names of keys that are dropped and added again.
  std::set<std::string> types_aside{}; ///< The same of types.
  std::vector<default_aside> defaults_aside{};
  std::set<model::qualified_name> moved_types{}; ///< Built anew beside the old ones, which go.
  std::vector<alter_column> moved_columns{};     ///< That hold one, before and after.
  std::vector<domain_aside> domains_aside{};
  std::vector<model::qualified_name>
      partitioned_anew{}; ///< Dropped and made again, with their rows.
  passing_names passing = passing_names(from, to);
};

/// Whether the function's body is no string, but SQL of which the server knows what it reads.
bool is_parsed(const model::function& function);

/// Its parameters and its result: whatever they are of, it needs.
std::string signature_of(const model::function& function);

/// Looks things up in a change's two schemas. Tables are found by the name that operations use: the
/// new one, for tables that stay. Good while the change's operations stay as they are.
class change_lookup {
public:
  explicit change_lookup(const change& of);

  const model::table* before(const model::qualified_name& table) const;
  const model::table* after(const model::qualified_name& table) const;
  const model::view* view_before(const model::qualified_name& view) const;
  const model::view* view_after(const model::qualified_name& view) const;

  /// Whether the change makes the table (or the materialized view).
  bool is_new(const model::qualified_name& table) const;

  /// The table's name in the older schema.
  model::qualified_name old_name(const model::qualified_name& table) const;

  /// The name in the newer schema of a table, view or function of the older one.
  model::qualified_name new_name(const model::qualified_name& old) const;

  /// The name in the newer schema of a column of the older one; `table` is the new name.
  std::string new_column(const model::qualified_name& table, const std::string& old) const;

  /// The name in the newer schema of a constraint of the older one; `table` is the new name.
  std::string new_constraint(const model::qualified_name& table, const std::string& old) const;

  /// Whether the rename is one of a circle, in which each takes the name of the next, and the one
  /// to step aside for the others.
  bool opens_circle(const rename_table& renamed) const;
  bool opens_circle(const rename_column& renamed) const;

  /// The operations on a table or view by its new name, or on a function by its name, in order.
  const std::vector<const operation*>& operations_on(const model::qualified_name& object) const;

  /// Whether there is one among them that `is_wanted` says yes to.
  template <typename Predicate>
  bool is_touched(const model::qualified_name& object, Predicate is_wanted) const {
    for (const operation* one : operations_on(object)) {
      if (is_wanted(*one)) {
        return true;
      }
    }
    return false;
  }

  /// The reason that the transition gives for a drop; empty: none.
  std::string reason(model::object_kind kind,
                     const model::qualified_name& owner,
                     const model::qualified_name& name) const;

private:
  const change& of_;
  std::map<model::qualified_name, const model::table*> tables_before_;
  std::map<model::qualified_name, const model::table*> tables_after_;
  std::map<model::qualified_name, const model::view*> views_before_;
  std::map<model::qualified_name, const model::view*> views_after_;
  std::set<model::qualified_name> made_;
  std::map<model::qualified_name, model::qualified_name> old_names_;
  std::map<model::qualified_name, model::qualified_name> new_names_;
  std::map<model::qualified_name, std::map<std::string, std::string>> new_columns_;
  std::map<model::qualified_name, std::vector<const operation*>> operations_;
};

} // namespace strata::codegen
