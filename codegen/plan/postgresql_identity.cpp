// Where the values of identity and serial columns come from, on PostgreSQL. They change their
// source in one transaction: rows are inserted meanwhile, and no value is given out twice.
#include "codegen/plan/counter.hpp"
#include "codegen/plan/owned_sequence.hpp"
#include "codegen/plan/postgresql.hpp"
#include "codegen/plan/value_source.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace strata::codegen {
namespace {

bool has_sequence(const model::schema& in, const model::qualified_name& name) {
  return std::any_of(in.sequences.begin(), in.sequences.end(), [&](const auto& each) {
    return each.name == name;
  });
}

constexpr const char* counts_on = "the new sequence goes on where the old one stands";

} // namespace

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
  const model::qualified_name was = sequence_of(altered.table, altered.before).name;
  return was != is && (has_sequence(of_.to, was) || has_sequence(of_.from, is));
}

/// Whether an identity or a serial sequence begins or ends, or is another.
bool postgresql_lowering::changes_source(const alter_column& altered) const {
  const model::column& before = altered.before;
  const model::column& after = altered.after;
  return before.identity.has_value() != after.identity.has_value() ||
         is_serial(before) != is_serial(after) || takes_other_sequence(altered);
}

/// A sequence that stands by itself from now on stays.
void postgresql_lowering::drop_owned_sequence(action& made, const model::sequence& owned) {
  if (!has_sequence(of_.to, owned.name)) {
    made.run(sql::drop_object{owned});
  }
}

/// The column's values are its default's from now on, or everybody's own.
void postgresql_lowering::end_identity(const alter_column& altered, action& made) {
  const model::column& before = altered.before;
  const model::column& after = altered.after;
  const model::sequence old = sequence_of(altered.table, before);
  const std::optional<model::sequence> next = counter_of(of_.to, altered.table, after);
  const bool has_other_type = before.type != after.type || before.collation != after.collation;
  if (next && next->name != old.name && !has_sequence(of_.from, next->name)) {
    made.after.push_back({object_class::sequence, vertex_name(next->name), stage::add});
    made.run(
        sql::verbatim{fmt::format("SELECT pg_catalog.setval({}, last_value, is_called) FROM {};",
                                  sql::quote_text(sql::quote(next->name)),
                                  sql::quote(old.name))},
        counts_on);
  }
  if (!is_serial(before)) {
    made.run(sql::drop_identity{altered.table, after.name});
  }
  if (after.default_to && !has_other_type) { // Else it is set once the type is another.
    made.run(sql::set_default{altered.table, after.name, *after.default_to});
  } else if (is_serial(before)) {
    made.run(sql::drop_default{altered.table, after.name});
  }
  if (is_serial(before)) {
    drop_owned_sequence(made, old);
  }
}

void postgresql_lowering::end_identity(const alter_column& altered) {
  action& made = make(object_class::column, altered.table, altered.after.name, stage::add);
  made.phase = rollout_phase::contract;
  made.columns = {altered.after.name};
  end_identity(altered, made);
}

/// The sequence that the column's values came from, out of the way of a new one of its name.
std::optional<model::qualified_name>
postgresql_lowering::put_by_counter(const alter_column& altered, action& made) {
  const model::sequence is = sequence_of(altered.table, altered.after);
  std::optional<model::sequence> old = counter_of(of_.from, altered.table, altered.before);
  if (!old) {
    return std::nullopt;
  }
  model::sequence bounded = is;
  bounded.name = old->name;
  if (auto reached = reach_bounds(*old, bounded)) {
    made.run(std::move(*reached), has_not_reached_bounds);
  }
  model::sequence unowned = *old;
  unowned.owner_table = {};
  unowned.owner_column.clear();
  if (is_serial(altered.before)) { // Else pg_get_serial_sequence may mean the old one still.
    made.run(sql::alter_object{*old, unowned});
  }
  if (old->name != is.name) {
    made.before.push_back({object_class::sequence, vertex_name(old->name), stage::remove});
    return old->name;
  }
  rename_object renamed;
  renamed.kind = model::object_kind::sequence;
  renamed.from = old->name;
  renamed.to = of_.passing.make(old->name.name, "__strata_old");
  made.run(sql::rename_object{renamed});
  return model::qualified_name{old->name.schema, renamed.to};
}

void postgresql_lowering::begin_identity(const alter_column& altered) {
  const model::column& before = altered.before;
  const model::column& after = altered.after;
  action& made = make(object_class::column, altered.table, after.name, stage::tighten);
  made.phase = rollout_phase::contract;
  made.columns = {after.name};
  if (is_serial(after) && has_sequence(of_.from, sequence_of(altered.table, after).name)) {
    take_over_sequence(altered, made);
    return;
  }
  const model::sequence is = sequence_of(altered.table, after);
  const std::optional<model::qualified_name> old = put_by_counter(altered, made);
  const bool was_identity = before.identity && !is_serial(before);
  const bool has_default = is_serial(before) || before.default_to;
  model::sequence free = is;
  free.owner_table = {};
  free.owner_column.clear();
  if (is_serial(after)) {
    made.run(sql::create_object{free});
    made.run(sql::verbatim{give_to_owner(is.name, altered.table)});
    own_sequence(altered.table, after, made);
    if (was_identity) {
      made.run(
          sql::verbatim{fmt::format("SELECT pg_catalog.setval({}, last_value, is_called) FROM {};",
                                    sql::quote_text(sql::quote(is.name)),
                                    sql::quote(*old))},
          counts_on);
      made.run(sql::drop_identity{altered.table, after.name});
    }
    made.run(sql::set_default{
        altered.table, after.name, *with_default(altered.table, after).default_to});
  } else {
    if (has_default) {
      made.run(sql::drop_default{altered.table, after.name});
    }
    made.run(sql::add_identity{altered.table, after.name, *after.identity});
  }
  if (!old) {
    made.run(sql::verbatim{pass_rows(altered.table, after.name, is)});
  } else if (!was_identity) {
    made.run(sql::verbatim{copy_counter(altered.table, after.name, *old)}, counts_on);
    model::sequence gone = is;
    gone.name = *old;
    if (is_serial(before) || old->name != counter_of(of_.from, altered.table, before)->name.name) {
      drop_owned_sequence(made, gone);
    }
    own_kept_sequence(*old, made);
  }
  give_sequence(is.name, made);
}

/// The sequence that the values came from, where it stays and still belongs to a column.
void postgresql_lowering::own_kept_sequence(const model::qualified_name& name, action& made) {
  for (const model::sequence& kept : of_.to.sequences) {
    if (kept.name != name || kept.owner_column.empty()) {
      continue;
    }
    model::sequence free = kept;
    free.owner_table = {};
    free.owner_column.clear();
    made.run(sql::alter_object{std::move(free), kept});
  }
}

/// Privileges on a sequence that another takes the place of.
void postgresql_lowering::give_sequence(const model::qualified_name& sequence, action& made) {
  for (const model::grant& each : of_.to.grants) {
    if (each.on == model::grant::object_class::sequence && each.object == sequence &&
        std::find(of_.from.grants.begin(), of_.from.grants.end(), each) != of_.from.grants.end()) {
      made.run(sql::create_object{each});
    }
  }
}

/// One that stood by itself becomes the column's own, and counts on.
void postgresql_lowering::take_over_sequence(const alter_column& altered, action& made) {
  const model::column& after = altered.after;
  const model::sequence owned = sequence_of(altered.table, after);
  const auto& before = of_.from.sequences;
  const model::sequence was = *std::find_if(
      before.begin(), before.end(), [&](const auto& each) { return each.name == owned.name; });
  if (auto reached = reach_bounds(was, owned)) {
    made.run(std::move(*reached), has_not_reached_bounds);
  }
  if (sql::alter_object owning{was, owned}; !sql::render(owning, of_.on.dialect).empty()) {
    made.run(std::move(owning));
  }
  const std::optional<model::sequence> drawn = counter_of(of_.from, altered.table, altered.before);
  if (drawn && drawn->name == owned.name && !altered.before.identity) {
    return; // Its values came from there already.
  }
  if (altered.before.identity && !is_serial(altered.before)) {
    made.run(sql::drop_identity{altered.table, after.name});
  }
  made.run(
      sql::set_default{altered.table, after.name, *with_default(altered.table, after).default_to});
  made.run(sql::advance_sequence{altered.table, after.name});
  if (takes_other_sequence(altered)) {
    drop_owned_sequence(made, sequence_of(altered.table, altered.before));
  }
}

/// Whether a column of an identity has taken the sequence's name, and its counter.
bool postgresql_lowering::is_put_by(const model::sequence& sequence) const {
  return std::any_of(of_.operations.begin(), of_.operations.end(), [&](const operation& one) {
    const auto* altered = std::get_if<alter_column>(&one);
    if (altered == nullptr || !altered->after.identity || altered->before.identity ||
        sequence_of(altered->table, altered->after).name != sequence.name) {
      return false;
    }
    const auto counter = counter_of(of_.from, altered->table, altered->before);
    return counter && counter->name == sequence.name;
  });
}

void postgresql_lowering::change_identity(const alter_column& altered, stage at) {
  const model::column& after = altered.after;
  action& made = make(object_class::column, altered.table, after.name, at);
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

/// Bounds that fit a narrower type are set before it, those of a wider one after it.
stage postgresql_lowering::place_of_bounds(const alter_column& altered) {
  const auto width = [](model::type_kind of) {
    return of == model::type_kind::smallint ? 2 : of == model::type_kind::integer ? 4 : 8;
  };
  const bool narrows =
      !is_serial(altered.after) && width(altered.after.type.kind) < width(altered.before.type.kind);
  return narrows ? stage::alter : stage::tighten;
}

} // namespace strata::codegen
