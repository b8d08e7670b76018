// What a version does to one SQLite table that stays, and whether ALTER TABLE can do it exactly.
#pragma once

#include "codegen/plan/change.hpp"
#include "codegen/text/diagnostics.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace strata::codegen {

struct sqlite_table_change {
  model::qualified_name name; ///< The new one.
  const model::table* before = nullptr;
  const model::table* after = nullptr;
  bool renames_table = false;
  std::vector<const add_column*> added;
  std::vector<const drop_column*> dropped;
  std::vector<const alter_column*> altered;
  std::vector<const rename_column*> renamed;
  std::vector<constraint> new_constraints;
  std::vector<constraint> gone_constraints;
  std::map<std::string, std::string> conversions; ///< Expressions by column.
  bool renames_constraint = false;
  bool changes_storage = false;

  /// Whether the column is new, and no backfill needs it before the rebuild.
  bool is_added_empty(const std::string& column) const;

  /// The backfill that the rebuild's copy does: its values may need the new checks.
  const model::backfill* folded_fill(const std::string& column) const;

  std::vector<model::backfill> fills; ///< Of columns that exist before.

  bool folds_fill(const std::string& column) const { return folded_fill(column) != nullptr; }

  /// Whether anything but ALTER TABLE's exact forms is needed.
  bool needs_rebuild = false;
};

/// By table, with `needs_rebuild` decided from the declarations alone: a form that fails on a table
/// with rows may pass on an empty one, so trying it proves nothing. The declared (not adapted)
/// schemas tell which values change their representation.
std::map<model::qualified_name, sqlite_table_change>
sqlite_tables(const change& of, const change_lookup& names, diagnostics& out);

/// The checks of `table` that speak of this column alone, which ADD COLUMN can bring.
std::vector<model::check_constraint> checks_with(const model::table& table,
                                                 const std::string& column);

/// The foreign key of `table` over this column alone, if ADD COLUMN can bring it.
const model::foreign_key* reference_with(const model::table& table, const std::string& column);

} // namespace strata::codegen
