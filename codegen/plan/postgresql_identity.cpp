// Where the values of identity and serial columns come from, on PostgreSQL.
#include "codegen/plan/counter.hpp"
#include "codegen/plan/owned_sequence.hpp"
#include "codegen/plan/postgresql.hpp"
#include "codegen/sql/printer.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace strata::codegen {

/// A serial column's sequence has a type of its own.
bool postgresql_lowering::counts_otherwise(const alter_column& altered) const {
  return is_serial(altered.before) && is_serial(altered.after) &&
         sequence_of(altered.table, altered.before).type !=
             sequence_of(altered.table, altered.after).type;
}

/// Where its own is not only called otherwise.
bool postgresql_lowering::takes_other_sequence(const alter_column& altered) const {
  if (!is_serial(altered.before) || !is_serial(altered.after)) {
    return false;
  }
  const model::qualified_name is = sequence_of(altered.table, altered.after).name;
  const auto has = [&](const model::schema& in, const model::qualified_name& name) {
    return std::any_of(in.sequences.begin(), in.sequences.end(), [&](const auto& each) {
      return each.name == name;
    });
  };
  const model::qualified_name was = sequence_of(altered.table, altered.before).name;
  return was != is && (has(of_.to, was) || has(of_.from, is));
}

void postgresql_lowering::end_identity(const alter_column& altered) {
  const model::column& before = altered.before;
  // Beside a change of type, in that action's place and before it.
  const bool has_other_type =
      before.type != altered.after.type || before.collation != altered.after.collation;
  const stage at = has_other_type ? stage::alter : stage::add;
  action& made = make(object_class::column, altered.table, altered.after.name, at);
  made.phase = rollout_phase::contract;
  made.columns = {altered.after.name};
  if (!is_serial(before)) {
    made.run(sql::drop_identity{altered.table, altered.after.name});
    return;
  }
  const model::sequence owned = sequence_of(altered.table, before);
  made.run(sql::drop_default{altered.table, altered.after.name});
  drop_owned_sequence(made, owned);
}

/// A sequence that stands by itself from now on stays.
void postgresql_lowering::drop_owned_sequence(action& made, const model::sequence& owned) {
  const auto is_kept = [&](const model::sequence& each) { return each.name == owned.name; };
  if (std::none_of(of_.to.sequences.begin(), of_.to.sequences.end(), is_kept)) {
    made.run(sql::drop_object{owned});
  }
}

void postgresql_lowering::begin_identity(const alter_column& altered) {
  const model::column& after = altered.after;
  action& made = make(object_class::column, altered.table, after.name, stage::tighten);
  made.phase = rollout_phase::contract;
  made.columns = {after.name};
  if (!is_serial(after)) {
    made.run(sql::add_identity{altered.table, after.name, *after.identity});
    made.run(sql::advance_sequence{altered.table, after.name});
    return;
  }
  const model::sequence owned = sequence_of(altered.table, after);
  model::sequence free = owned;
  free.owner_table = {};
  free.owner_column.clear();
  const auto& before = of_.from.sequences;
  const auto was = std::find_if(
      before.begin(), before.end(), [&](const auto& each) { return each.name == owned.name; });
  if (was != before.end()) {
    free = *was; // It counts on.
  } else {
    made.run(sql::create_object{free});
  }
  made.run(
      sql::set_default{altered.table, after.name, *with_default(altered.table, after).default_to});
  if (sql::alter_object owning{free, owned}; !sql::render(owning, of_.on.dialect).empty()) {
    made.run(std::move(owning));
  }
  made.run(sql::advance_sequence{altered.table, after.name});
  if (takes_other_sequence(altered)) {
    drop_owned_sequence(made, sequence_of(altered.table, altered.before));
  }
}

void postgresql_lowering::change_identity(const alter_column& altered) {
  const model::column& after = altered.after;
  action& made = make(object_class::column, altered.table, after.name, stage::tighten);
  made.phase = rollout_phase::contract;
  made.columns = {after.name};
  made.after.push_back(
      {object_class::sequence, vertex_name(sequence_of(altered.table, after).name), stage::rename});
  if (auto reached = reach_bounds(sequence_of(altered.table, altered.before),
                                  sequence_of(altered.table, after))) {
    made.run(std::move(*reached), has_not_reached_bounds);
  }
  if (is_serial(after)) {
    const model::sequence is = sequence_of(altered.table, after);
    model::sequence was = sequence_of(altered.table, altered.before);
    was.name = is.name;
    was.owner_column = is.owner_column;
    made.run(sql::alter_object{std::move(was), is});
  } else {
    made.run(
        sql::set_identity{altered.table, after.name, *altered.before.identity, *after.identity});
  }
}

} // namespace strata::codegen
