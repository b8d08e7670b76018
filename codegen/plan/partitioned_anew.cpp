// A table's partitions go with it, and those of the newer schema are made again.
#include "codegen/plan/partitioned_anew.hpp"

#include "codegen/plan/passing_names.hpp"
#include "codegen/sql/mention.hpp"

#include <algorithm>
#include <map>
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

/// The server changes no type of a column that decides on the partition.
bool changes_key_type(const model::table& before, const model::table& after) {
  const std::string& key = after.descent.partitioned_by;
  return !key.empty() &&
         std::any_of(before.columns.begin(), before.columns.end(), [&](const auto& was) {
           return sql::mentions(key, was.name) &&
                  std::any_of(after.columns.begin(), after.columns.end(), [&](const auto& is) {
                    return is.name == was.name &&
                           (is.type != was.type || is.collation != was.collation);
                  });
         });
}

bool is_partitioned_otherwise(const model::table& before, const model::table& after) {
  return before.descent.partitioned_by != after.descent.partitioned_by ||
         changes_key_type(before, after);
}

} // namespace

partitioned_anew find_partitioned_anew(const model::schema& from,
                                       const model::schema& to,
                                       const model::transition& transition) {
  partitioned_anew found;
  std::set<model::qualified_name> again;
  std::map<model::qualified_name, const model::table*> afterwards;
  for (const model::table& each : to.tables) {
    afterwards.emplace(each.name, &each);
  }
  for (const model::table& before : from.tables) {
    const auto found = afterwards.find(before.name);
    if (found != afterwards.end() && is_partitioned_otherwise(before, *found->second) &&
        shares_columns(before, *found->second) && !needs_more(before, transition) &&
        !needs_more(*found->second, transition)) {
      again.insert(before.name);
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
  if (again.empty()) {
    return found;
  }
  const passing_names passing(from, to);
  for (const model::table& each : from.tables) {
    if (again.contains(each.name)) {
      found.renames.push_back(
          {model::object_kind::table, {}, each.name, passing.old(each.name.name), {}, {}});
      if (!again.contains(each.descent.partition_of)) {
        found.tables.push_back(each.name);
      }
    }
  }
  return found;
}

} // namespace strata::codegen
