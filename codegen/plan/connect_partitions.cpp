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
    }
    for (const model::table& each : of.from.tables) {
      if (!each.descent.partition_of.name.empty()) {
        partitions_before_[names_.new_name(each.descent.partition_of)].push_back(&each);
      }
    }
  }

  void add() {
    for (const model::table& table : of_.to.tables) {
      if (table.descent.partition_of.name.empty()) {
        continue;
      }
      for (action* one : arrivals(table)) {
        after_departures(*one, table);
      }
    }
  }

private:
  using group = std::vector<action*>;

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
};

} // namespace

void connect_partitions(std::vector<action>& actions, const change& of) {
  partitions(actions, of).add();
}

} // namespace strata::codegen
