// What lowering to both databases has in common: making actions.
#pragma once

#include "codegen/plan/action.hpp"
#include "codegen/plan/change.hpp"
#include "codegen/text/diagnostics.hpp"

#include <deque>
#include <string>
#include <vector>

namespace strata::codegen {

class lowering {
public:
  /// The actions made so far, without their edges.
  std::vector<action> actions() const { return {actions_.begin(), actions_.end()}; }

protected:
  lowering(const change& of, diagnostics& out) : of_(of), names_(of), out_(out) {}

  /// A new action; the reference stays good while others are made.
  action& make(object_class kind, std::string name, stage at);

  /// The same for an object of a table.
  action&
  make(object_class kind, const model::qualified_name& table, const std::string& name, stage at);

  action& last() { return actions_.back(); }

  std::deque<action>& made() { return actions_; }

  const std::deque<action>& made() const { return actions_; }

  bool online() const { return of_.how == manner::online; }

  /// `name is dropped: reason`, or what is lost; empty where nothing need be said.
  std::string drop_comment(model::object_kind kind,
                           const model::qualified_name& owner,
                           const model::qualified_name& name,
                           bool loses_data) const;

  void lower(const rename_table& renamed);
  bool is_made_again(const model::qualified_name& table) const;
  void lower(const drop_table& gone);
  void lower(const rename_column& renamed);
  void lower(const create_view& made);
  void lower(const drop_view& gone);
  void lower(const create_trigger& made);
  void lower(const drop_trigger& gone);
  void lower(const change_rows& changed);
  void lower(const run_sql& run);

  /// UPDATE of the rows that the backfill names; the caller adds what surrounds it.
  sql::fill_column fill(const model::backfill& backfill) const;

  const change& of_;
  change_lookup names_;
  diagnostics& out_;

private:
  std::deque<action> actions_;
  int statements_run_ = 0;
};

/// The resource that tables, views, indexes and sequences share.
std::string relation_resource(const model::qualified_name& name);

} // namespace strata::codegen
