// The documented twelve steps, and what must be out of their way.
#include "codegen/plan/sqlite.hpp"

#include "codegen/plan/sqlite_conflict.hpp"
#include "codegen/sql/definition.hpp"
#include "codegen/sql/mention.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace strata::codegen {
namespace {

bool has_autoincrement(const model::table& table) {
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const auto& column) {
    return sql::is_autoincrement(table, column);
  });
}

/// Whether the primary key is the rowid under another name.
bool names_rowid(const model::table& table) {
  if (!table.primary_key || table.primary_key->columns.size() != 1) {
    return false;
  }
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const auto& column) {
    return column.name == table.primary_key->columns.front() && column.type.name.name == "INTEGER";
  });
}

bool has_column(const model::table& table, const std::string& name) {
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const auto& column) {
    return sql::mentions(column.name, name);
  });
}

/// The rowid's name that no column has taken; empty where it need not or cannot be copied.
std::string rowid_to_copy(const model::table& before, const model::table& after) {
  if (before.without_rowid || after.without_rowid || names_rowid(after)) {
    return {};
  }
  for (const char* name : std::array{"rowid", "_rowid_", "oid"}) {
    if (!has_column(before, name) && !has_column(after, name)) {
      return name;
    }
  }
  return {};
}

} // namespace

/// Whether an index of that name was on another table: SQLite has one name space for all.
bool sqlite_lowering::is_of_another_table(const model::table& own, const std::string& index) const {
  const auto found = index_owners_.find(index);
  return found != index_owners_.end() && found->second != own.name;
}

void sqlite_lowering::rebuild(const sqlite_table_change& table) {
  const model::qualified_name passing = {"", of_.passing.fresh(table.name.name)};
  action& made = make(object_class::table, vertex_name(table.name), stage::alter);
  made.table = vertex_name(table.name);
  made.where = table.after->where;
  made.conduct = conduct::foreign_keys_off;
  for (const drop_column* gone : table.dropped) {
    made.loses_data |= of_.way == direction::down && !gone->column.generated;
  }
  for (const model::index& index : table.before->indexes) {
    made.frees.push_back(relation_resource({"", index.name}));
  }
  model::table fresh = *table.after;
  fresh.name = passing;
  made.run(sql::create_table{fresh}, rebuild_comment(table));
  made.run(copy_of(table, passing));
  if (has_autoincrement(*table.before) && has_autoincrement(*table.after)) {
    made.run(sql::copy_sequence{table.name.name, passing.name},
             "numbers of deleted rows are not given again");
  }
  made.run(sql::drop_table{table.name});
  made.run(sql::rename_table{passing, table.name.name});
  for (const model::index& index : table.after->indexes) {
    if (!is_of_another_table(*table.before, index.name)) {
      made.run(sql::create_index{table.name, index, false});
    }
  }
  for (const model::index& index : table.after->indexes) {
    if (is_of_another_table(*table.before, index.name)) {
      add_index(table.name, index); // By itself: it waits until that one is gone.
    }
  }
}

std::string sqlite_lowering::rebuild_comment(const sqlite_table_change& table) const {
  std::string text =
      fmt::format("{} is built anew: SQLite cannot alter it in place", table.name.name);
  for (const drop_column* gone : table.dropped) {
    const std::string why = drop_comment(model::object_kind::column,
                                         table.name,
                                         {"", gone->column.name},
                                         of_.way == direction::down && !gone->column.generated);
    text += why.empty() ? "" : "\n" + why;
  }
  return text;
}

sql::copy_rows sqlite_lowering::copy_of(const sqlite_table_change& table,
                                        const model::qualified_name& into) const {
  sql::copy_rows copy{table.name, into, {}, {}};
  if (const std::string rowid = rowid_to_copy(*table.before, *table.after); !rowid.empty()) {
    copy.columns.push_back(rowid);
    copy.expressions.push_back(rowid);
  }
  for (const model::column& column : table.after->columns) {
    if (column.generated || table.is_added_empty(column.name)) {
      continue; // It computes itself, or takes its default.
    }
    std::string value = sql::quote(column.name);
    if (const auto own = table.conversions.find(column.name); own != table.conversions.end()) {
      value = own->second;
    }
    if (const model::backfill* fold = table.folded_fill(column.name)) {
      const sql::fill_column filled = fill(*fold);
      value = fmt::format(
          "CASE WHEN {} THEN {} ELSE {} END", filled.condition, filled.expression, value);
    }
    copy.columns.push_back(column.name);
    copy.expressions.push_back(std::move(value));
  }
  return copy;
}

void sqlite_lowering::finish() {
  for (const auto& [name, table] : tables_) {
    if (table.needs_rebuild) {
      rebuild(table);
    }
  }
  put_aside();
  overrule_conflict_clauses(made(), of_.from, of_.to);
}

/// RENAME reads the whole schema again and fails where a view or a trigger speaks of a table that
/// is not there at that moment; it would rewrite those that speak of the one renamed.
void sqlite_lowering::put_aside() {
  for (const auto& [name, table] : tables_) {
    if (table.needs_rebuild || table.renames_table || !table.renamed.empty() ||
        !table.dropped.empty()) {
      disturb(name.name);
      disturb(names_.old_name(name).name);
    }
  }
  for (const action& one : made()) {
    if (one.id.of == object_class::view || one.id.of == object_class::trigger) {
      handled_.insert({one.id.of, one.id.name});
    }
  }
  if (!disturbed_.empty()) {
    for (bool grows = true; grows;) {
      grows = false;
      for (const model::view& view : of_.from.views) {
        const bool speaks = speaks_of_disturbed({view.query.sqlite}, view.depends_on);
        grows = (speaks && disturb(view.name.name)) || grows;
      }
    }
  }
  for (const model::view& view : of_.from.views) {
    put_aside_view(view);
  }
  for (const model::trigger& trigger : of_.from.triggers) {
    put_aside_trigger(trigger);
  }
  out_of_the_way();
}

/// Whether it was not yet.
bool sqlite_lowering::disturb(const std::string& name) {
  disturbed_names_.insert(name);
  return disturbed_.insert(name).second;
}

bool sqlite_lowering::speaks_of_disturbed(const std::vector<std::string>& texts,
                                          const std::vector<model::qualified_name>& names) const {
  return std::any_of(names.begin(),
                     names.end(),
                     [&](const auto& name) { return disturbed_.contains(name.name); }) ||
         std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
           return disturbed_names_.are_in(text);
         });
}

void sqlite_lowering::put_aside_view(const model::view& view) {
  const model::view* after = names_.view_after(names_.new_name(view.name));
  if (after == nullptr || !disturbed_.contains(view.name.name) ||
      is_handled(object_class::view, vertex_name(view.name))) {
    return;
  }
  handled_.insert({object_class::view, vertex_name(view.name)});
  lower(codegen::drop_view{view});
  lower(codegen::create_view{*after});
}

void sqlite_lowering::put_aside_trigger(const model::trigger& trigger) {
  const model::qualified_name table = names_.new_name(trigger.table);
  const auto after =
      std::find_if(of_.to.triggers.begin(), of_.to.triggers.end(), [&](const auto& one) {
        return one.name == trigger.name && one.table == table;
      });
  const bool stands_in_the_way =
      disturbed_.contains(trigger.table.name) || quiet_.contains(table) ||
      speaks_of_disturbed({trigger.events.sqlite, trigger.action.sqlite}, trigger.depends_on);
  if (after == of_.to.triggers.end() || !stands_in_the_way ||
      is_handled(object_class::trigger, vertex_name(table, trigger.name))) {
    return;
  }
  model::trigger old = *after; // By its table's new name; DROP TRIGGER names the trigger alone.
  lower(codegen::drop_trigger{old});
  lower(codegen::create_trigger{*after});
}

/// Views and triggers go before any table changes its shape, and come when all have. Two actions
/// that do nothing stand between them, so that not each has to name all others.
void sqlite_lowering::out_of_the_way() {
  const auto is_put_aside = [](const action& one) {
    return one.id.of == object_class::view || one.id.of == object_class::trigger;
  };
  const auto is_filled = [](const action& one) { return one.id.at == stage::fill; };
  const auto is_shape = [](const action& one) {
    const bool is_of_table = one.id.of == object_class::table || one.id.of == object_class::column;
    return is_of_table && one.id.at != stage::add && one.id.at != stage::fill;
  };
  std::set<std::string> quiet;
  for (const model::qualified_name& each : quiet_) {
    quiet.insert(vertex_name(each));
  }
  const auto is_quiet = [&](const action& one) {
    return one.id.of == object_class::trigger && quiet.contains(one.table);
  };
  gather("shapes", is_put_aside, is_shape);
  gather("fills", is_quiet, is_filled);
}

/// What is put aside goes before all that `is_inner` says yes to, and comes after it.
void sqlite_lowering::gather(const std::string& name,
                             const std::function<bool(const action&)>& is_put_aside,
                             const std::function<bool(const action&)>& is_inner) {
  const vertex opens = {object_class::barrier, name, stage::prove};
  const vertex closes = {object_class::barrier, name, stage::tighten};
  std::vector<vertex> inner;
  bool surrounds = false;
  for (action& one : made()) {
    if (is_inner(one)) {
      one.after.push_back(opens);
      inner.push_back(one.id);
    } else if (is_put_aside(one)) {
      surrounds = true;
      if (one.id.at == stage::remove) {
        one.before.push_back(opens);
      } else {
        one.after.push_back(closes);
      }
    }
  }
  if (surrounds && !inner.empty()) {
    make(object_class::barrier, name, opens.at).phase = rollout_phase::expand;
    action& closing = make(object_class::barrier, name, closes.at);
    closing.phase = rollout_phase::expand;
    closing.after = std::move(inner);
  }
}

bool sqlite_lowering::is_handled(object_class kind, const std::string& name) const {
  return handled_.contains({kind, name});
}

} // namespace strata::codegen
