// A partition that goes, or that is detached, makes room for those that come.
#include "codegen/plan/connect_partitions.hpp"

#include "codegen/plan/partition_bounds.hpp"

#include <algorithm>
#include <map>

namespace strata::codegen {
namespace {

class partitions {
public:
  partitions(std::vector<action>& actions, const change& of) : names_(of), of_(of) {
    for (action& one : actions) {
      if (one.id.of == object_class::table || one.id.of == object_class::partition) {
        by_id_[one.id].push_back(&one);
      }
      if (!one.table.empty()) {
        by_table_[one.table].push_back(&one);
      }
    }
    for (const model::table& each : of.from.tables) {
      if (!each.descent.partition_of.name.empty()) {
        partitions_before_[names_.new_name(each.descent.partition_of)].push_back(&each);
      }
    }
  }

  void add() {
    for (const model::table& table : of_.from.tables) {
      if (!table.descent.partition_of.name.empty()) {
        before_parents_change(table);
      }
    }
    for (const model::table& table : of_.to.tables) {
      if (table.descent.partition_of.name.empty()) {
        continue;
      }
      for (action* one : arrivals(table)) {
        after_departures(*one, table);
        after_own_columns(*one, table);
      }
    }
  }

private:
  using group = std::vector<action*>;

  /// A table that is detached for good has nothing of what its parents become from then on.
  void before_parents_change(const model::table& table) const {
    const model::qualified_name name = names_.new_name(table.name);
    const model::table* const after = names_.after(name);
    if (after == nullptr || !after->descent.partition_of.name.empty() || names_.is_new(name)) {
      return;
    }
    for (action* gone : find(name, stage::tighten)) {
      own_changes_come_after(*gone, name);
      const model::table* parent = names_.before(names_.new_name(table.descent.partition_of));
      while (parent != nullptr) {
        const std::string above = vertex_name(names_.new_name(parent->name));
        if (const auto all = by_table_.find(above); all != by_table_.end()) {
          before_changes(*gone, all->second);
        }
        parent = names_.before(names_.new_name(parent->descent.partition_of));
      }
    }
  }

  /// What a partition has from its parent is neither changed nor renamed; its keys hold no null.
  void own_changes_come_after(const action& detached, const model::qualified_name& table) const {
    const auto own = by_table_.find(vertex_name(table));
    if (own == by_table_.end()) {
      return;
    }
    std::vector<vertex> dropped = {detached.id};
    for (action* each : own->second) {
      if (each->id.of != object_class::table_constraint) {
        continue;
      }
      if (each->id.at == stage::remove || each->id.at == stage::rename) {
        each->after.push_back(detached.id);
      }
      if (each->id.at == stage::remove) {
        dropped.push_back(each->id);
      }
    }
    for (action* each : own->second) {
      if (each->id.of == object_class::column) {
        each->after.insert(each->after.end(), dropped.begin(), dropped.end());
      }
    }
  }

  static void before_changes(action& gone, const group& all) {
    for (const action* other : all) {
      const bool makes = other->id.at == stage::add || other->id.at == stage::alter ||
                         other->id.at == stage::tighten;
      const bool comes_down =
          other->id.of == object_class::column ||
          (makes && (other->id.of == object_class::table_constraint ||
                     other->id.of == object_class::foreign_key ||
                     other->id.of == object_class::index || other->id.of == object_class::trigger));
      if (comes_down) {
        gone.before.push_back(other->id);
      }
    }
  }

  group
  find(const model::qualified_name& table, stage at, object_class of = object_class::table) const {
    const auto found = by_id_.find({of, vertex_name(table), at});
    return found == by_id_.end() ? group{} : found->second;
  }

  group arrivals(const model::table& table) const {
    if (names_.is_new(table.name)) {
      return find(table.name, stage::add);
    }
    const model::table* before = names_.before(table.name);
    const bool stays = before != nullptr && before->descent.bounds == table.descent.bounds &&
                       names_.new_name(before->descent.partition_of) == table.descent.partition_of;
    return stays ? group{} : find(table.name, stage::tighten);
  }

  void after_departures(action& arrival, const model::table& table) const {
    const auto found = partitions_before_.find(table.descent.partition_of);
    if (found == partitions_before_.end()) {
      return;
    }
    for (const model::table* before : found->second) {
      const group gone = departures(names_.new_name(before->name));
      if (gone.empty() || !may_overlap(before->descent.bounds, table.descent.bounds)) {
        continue;
      }
      for (const action* each : gone) {
        arrival.after.push_back(each->id);
      }
    }
  }

  /// ATTACH asks that its columns are as its parent's: those that are to hold no null hold none.
  void after_own_columns(action& arrival, const model::table& table) const {
    const auto own = by_table_.find(vertex_name(table.name));
    if (own == by_table_.end()) {
      return;
    }
    for (const action* each : own->second) {
      if (each->id.of == object_class::column && each->id.at == stage::tighten) {
        arrival.after.push_back(each->id);
      }
    }
  }

  /// Dropped, detached for good, or detached to be attached elsewhere.
  group departures(const model::qualified_name& name) const {
    group found = find(name, stage::remove);
    for (action* one : find(name, stage::remove, object_class::partition)) {
      found.push_back(one);
    }
    const model::table* after = names_.after(name);
    if (after != nullptr && after->descent.partition_of.name.empty()) {
      for (action* one : find(name, stage::tighten)) {
        found.push_back(one);
      }
    }
    return found;
  }

  change_lookup names_;
  const change& of_;
  std::map<vertex, group> by_id_;
  std::map<model::qualified_name, std::vector<const model::table*>> partitions_before_;
  std::map<std::string, group> by_table_;
};

} // namespace

void connect_partitions(std::vector<action>& actions, const change& of) {
  partitions(actions, of).add();
}

} // namespace strata::codegen
