// A table's partitions go with it, and those of the newer schema are made again.
#include "codegen/plan/partitioned_anew.hpp"

#include "codegen/plan/lowering.hpp"

#include <algorithm>
#include <set>

namespace strata::codegen {
namespace {

bool needs_more(const model::table& of, const model::transition& transition) {
  const auto speaks = [&](const auto& said) { return said.table == of.name; };
  return of.rows ||
         std::any_of(transition.conversions.begin(), transition.conversions.end(), speaks) ||
         std::any_of(transition.backfills.begin(), transition.backfills.end(), speaks) ||
         std::any_of(transition.renames.begin(), transition.renames.end(), [&](const auto& each) {
           return each.kind == model::object_kind::table &&
                  (each.from == of.name || each.to == of.name.name);
         });
}

/// A partition's columns are its parent's, which stays.
bool shares_columns(const model::table& before, const model::table& after) {
  return !before.descent.partition_of.name.empty() ||
         std::any_of(before.columns.begin(), before.columns.end(), [&](const auto& was) {
           return std::any_of(after.columns.begin(), after.columns.end(), [&](const auto& is) {
             return is.name == was.name && !is.generated;
           });
         });
}

} // namespace

partitioned_anew find_partitioned_anew(const model::schema& from,
                                       const model::schema& to,
                                       const model::transition& transition) {
  partitioned_anew found;
  std::set<model::qualified_name> again;
  for (const model::table& before : from.tables) {
    for (const model::table& after : to.tables) {
      if (before.name == after.name &&
          before.descent.partitioned_by != after.descent.partitioned_by &&
          shares_columns(before, after) && !needs_more(before, transition) &&
          !needs_more(after, transition)) {
        again.insert(before.name);
      }
    }
  }
  for (std::size_t size = 0; size != again.size();) {
    size = again.size();
    for (const model::table& each : from.tables) {
      if (again.contains(each.descent.partition_of)) {
        again.insert(each.name);
      }
    }
  }
  for (const model::table& each : from.tables) {
    if (again.contains(each.name)) {
      found.renames.push_back({model::object_kind::table,
                               {},
                               each.name,
                               passing_name(each.name.name, "__strata_old"),
                               {},
                               {}});
      if (!again.contains(each.descent.partition_of)) {
        found.tables.push_back(each.name);
      }
    }
  }
  return found;
}

} // namespace strata::codegen
