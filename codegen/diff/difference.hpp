// What the parts of a diff share: the two schemas, the renames between them, and the operations.
#pragma once

#include "codegen/compose/renames.hpp"
#include "codegen/diff/operation.hpp"

#include <strata/model/schema.hpp>
#include <strata/model/transition.hpp>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace strata::codegen {

struct difference {
  const model::schema& original; ///< As it was.
  const model::schema& from;     ///< With the transition's renames; its objects stand as before.
  const model::schema& to;
  const model::transition& transition;
  const renames& by;

  std::vector<operation> operations;
  /// Tables, views and functions that what depends on them cannot survive unchanged.
  std::set<model::qualified_name> disturbed;
  std::set<model::qualified_name> added_columns; ///< Tables that gained one.
  std::set<const model::backfill*> attached;     ///< To the operation on their column.

  template <typename Operation>
  void add(Operation each) {
    operations.emplace_back(std::move(each));
  }

  /// Sets a comment where it differs.
  void comment(set_comment each);

  /// Whether an SQL text of `table` says the same after the renames of its columns.
  bool is_same_text(const model::qualified_name& table,
                    const model::sql_text& before,
                    const model::sql_text& after) const;

  /// Whether a serial column takes its numbers from another sequence, beside its own: either stands
  /// by itself in the schema in which the column does not have it.
  bool moves_to_other_sequence(const model::qualified_name& table,
                               const model::column& before,
                               const model::column& after) const;

  /// The transition's backfill of a column, taken for the operation on that column.
  const model::backfill* take_backfill(const model::qualified_name& table,
                                       const std::string& column);
};

// Each adds the operations of its kind.
void diff_renames(difference& all);
void diff_schemas(difference& all);
void diff_enumerations(difference& all);
void diff_tables(difference& all);
void diff_columns(difference& all, const model::table& before, const model::table& after);

/// A partition of one parent before and after.
void diff_partition(difference& all, const model::table& before, const model::table& after);

/// The checks that a partition does not have of its parents.
struct partition_checks {
  std::vector<model::check_constraint> before;
  std::vector<model::check_constraint> after;
};

partition_checks
checks_of_partition(difference& all, const model::table& before, const model::table& after);

/// What a table has of its parent's column: no identity of its own, but the default that draws from
/// a serial column's sequence.
model::column without_identity(const model::qualified_name& parent, model::column column);

/// A partition with its parent's columns, as the server has it; other tables as they are.
model::table with_parents_columns(const model::schema& in, model::table table);

/// A partition with the keys, checks and indexes that its parent gives it, as the server calls
/// them.
model::table with_parents_elements(const model::schema& in, model::table table);

/// Constraints and indexes of a table that becomes a partition, or stops being one.
void diff_moved_partition(difference& all, const model::table& before, const model::table& after);

/// A table that inherits before or after.
struct heir {
  model::table was; ///< With all its columns and checks, as its parents' own changes leave it.
  model::table is;
  std::vector<model::qualified_name> relinked; ///< Parents that it leaves and takes again.
};

/// Of the columns and checks that parents hand down, what is left to do for the heir itself.
/// Whether it declares again what it inherits makes no difference: no ALTER TABLE takes that back.
heir settled_heir(const difference& all, const model::table& before, const model::table& after);

/// All its columns, its parents' first.
std::vector<model::column> columns_of_heir(const model::schema& in, const model::table& table);

/// All but foreign keys, which are operations of their own even when their table is created.
void diff_constraints(difference& all, const model::table& before, const model::table& after);
void diff_foreign_keys(difference& all, const model::table& before, const model::table& after);

/// Of all tables, once their other operations are known.
void remake_foreign_keys(difference& all);
void diff_indexes(difference& all,
                  const model::qualified_name& owner,
                  const std::vector<model::index>& before,
                  const std::vector<model::index>& after);
void diff_rows(difference& all, const model::table* before, const model::table& after);
void diff_routines(difference& all);

/// Objects of the kinds that PostgreSQL alone has.
void diff_further(difference& all);

/// The sequences of identity and serial columns, whose default names follow their table's.
void rename_sequences(difference& all);
void diff_statements(difference& all);

} // namespace strata::codegen
