// Derived tables in a chain of versions: from which declaration, and under which name.
#include "codegen/compose/chain.hpp"

#include "codegen/compose/derive.hpp"
#include "codegen/compose/dsl_words.hpp"
#include "codegen/text/suggestion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace strata::codegen {
namespace {

using model::object_kind;

bool has_rename(const model::transition& transition,
                object_kind kind,
                const model::qualified_name& owner,
                const model::qualified_name& from,
                const std::string& to) {
  return std::any_of(
      transition.renames.begin(), transition.renames.end(), [&](const model::rename& each) {
        return each.kind == kind && each.owner == owner && each.from == from && each.to == to;
      });
}

std::string position(const model::place& where) {
  return fmt::format("{}:{}", where.file, where.line);
}

template <typename Element>
bool has_name(const std::vector<Element>& elements, const std::string& name) {
  return std::any_of(
      elements.begin(), elements.end(), [&](const Element& each) { return each.name == name; });
}

bool has_element(const model::table& table, const model::drop& dropped) {
  const std::string& name = dropped.name.name;
  switch (dropped.kind) {
  case object_kind::column:
    return has_name(table.columns, name);
  case object_kind::index:
    return has_name(table.indexes, name);
  case object_kind::constraint:
    return (table.primary_key && table.primary_key->name == name) ||
           has_name(table.uniques, name) || has_name(table.checks, name) ||
           has_name(table.foreign_keys, name) || has_name(table.exclusions, name);
  default:
    return false;
  }
}

} // namespace

/// A rename without a word is reported, and then followed, so that nothing else is said of it.
void chain::add_missing_renames(const std::vector<model::declared_object>& objects) {
  for (const model::declared_object& each : objects) {
    const auto* const change = std::get_if<model::table_change>(&each);
    if (change == nullptr) {
      continue;
    }
    const std::size_t at = parent_of(*change);
    if (at == tables_.size()) {
      continue;
    }
    const model::table& parent = tables_[at].object;
    const std::string& to = change->changes.name.name;
    const bool is_renamed = change->changes.name != change->parent && parent.name.name != to;
    if (is_renamed && !has_rename(transition_, object_kind::table, {}, parent.name, to)) {
      out_.add({"S109",
                fmt::format("{} is renamed to {} without a word in the transition; say why",
                            display(parent.name),
                            to),
                {rename_line(object_kind::table, {}, parent.name, to)},
                change->where});
      transition_.renames.push_back({object_kind::table, {}, parent.name, to, {}, change->where});
    }
    add_missing_column_renames(*change, parent);
  }
}

void chain::add_missing_column_renames(const model::table_change& change,
                                       const model::table& parent) {
  const model::qualified_name owner = renames(transition_).object(object_kind::table, parent.name);
  for (const model::column_rename& each : change.column_renames) {
    if (has_rename(transition_, object_kind::column, owner, {{}, each.from}, each.to)) {
      continue;
    }
    out_.add({"S108",
              fmt::format("{}.{} is renamed without a word in the transition; say why",
                          display(owner),
                          each.from),
              {rename_line(object_kind::column, owner, {{}, each.from}, each.to)},
              each.where});
    transition_.renames.push_back(
        {object_kind::column, owner, {{}, each.from}, each.to, {}, each.where});
  }
}

std::size_t chain::find_table(const model::qualified_name& name) const {
  const auto found = std::find_if(
      tables_.begin(), tables_.end(), [&](const auto& each) { return each.object.name == name; });
  return static_cast<std::size_t>(found - tables_.begin());
}

/// The table whose latest declaration the change derives from; the number of tables: there is none.
std::size_t chain::parent_of(const model::table_change& change) const {
  const auto found = std::find_if(tables_.begin(), tables_.end(), [&](const auto& each) {
    return is_same_position(each.object.where, change.derived_from);
  });
  return static_cast<std::size_t>(found - tables_.begin());
}

void chain::report_not_the_latest(const model::place& where, std::size_t latest) {
  const slot<model::table>& table = tables_[latest];
  out_.add(
      {"S104",
       fmt::format("{} is taken from a declaration that version {} has replaced, which would "
                   "undo what that version did; take it from the latest one",
                   display(table.object.name),
                   table.version),
       {fmt::format(
            "the latest declaration is v{}'s, at {}", table.version, position(table.object.where)),
        fmt::format("derive it from v{}::{}", table.version, table.object.name.name)},
       where});
}

std::vector<model::removal> chain::dropped_elements(const model::table& table,
                                                    const model::table& before) const {
  std::vector<model::removal> removals;
  for (const model::drop& each : transition_.drops) {
    if (each.owner == table.name && has_element(before, each)) {
      removals.push_back({each.kind, each.name.name, each.where});
    }
  }
  return removals;
}

model::table chain::derived(std::size_t parent, const model::table_change& change) {
  const model::table& declared = tables_[parent].object;
  if (tables_[parent].is_listed) { // Two tables of one version, the second like the first.
    model::table table = derive({declared, declared, renames({})}, change, out_);
    table.name = change.changes.name;
    return table;
  }
  const model::table& before = before_->tables[parent];
  model::table_change all = change;
  for (model::removal& dropped : dropped_elements(declared, before)) {
    const auto same = [&](const model::removal& each) {
      return each.kind == dropped.kind && each.name == dropped.name;
    };
    if (std::none_of(all.removals.begin(), all.removals.end(), same)) {
      all.removals.push_back(std::move(dropped));
    }
  }
  return derive({declared, before, renames(transition_)}, all, out_);
}

void chain::list(model::table_change&& change) {
  std::size_t parent = parent_of(change);
  if (parent == tables_.size()) {
    parent = find_table(renames(transition_).object(object_kind::table, change.parent));
    if (parent == tables_.size()) {
      report_unknown_parent(change);
      return;
    }
    report_not_the_latest(change.where, parent);
  }
  slot<model::table> listed{derived(parent, change), number_, true, false};
  if (tables_[parent].is_listed) {
    tables_.push_back(std::move(listed));
    return;
  }
  superseded_.push_back(tables_[parent].object.where);
  tables_[parent] = std::move(listed);
}

void chain::report_unknown_parent(const model::table_change& change) {
  std::vector<std::string> candidates;
  for (const slot<model::table>& each : tables_) {
    candidates.push_back(display(each.object.name));
  }
  out_.add({"S105",
            fmt::format("{} is derived from a table that the version before does not have; declare "
                        "it whole",
                        display(change.parent)),
            did_you_mean(display(change.parent), candidates),
            change.where});
}

} // namespace strata::codegen
