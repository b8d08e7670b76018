// Checks of partitions: their parents' under the same names, but for one that is valid where the
// parent's is not.
#include "codegen/diff/named_elements.hpp"

#include "codegen/diff/partition_parent.hpp"

#include <algorithm>
#include <utility>

namespace strata::codegen {
namespace {

const model::check_constraint* find(const std::vector<model::check_constraint>& in,
                                    const std::string& name) {
  const auto found =
      std::find_if(in.begin(), in.end(), [&](const auto& each) { return each.name == name; });
  return found == in.end() ? nullptr : &*found;
}

/// Of the nearest table above that declares one of that name.
const model::check_constraint*
check_above(const model::schema& in, const model::table& of, const std::string& name) {
  for (const model::table* each = parent_of(in, of); each != nullptr; each = parent_of(in, *each)) {
    if (const model::check_constraint* const check = find(each->checks, name)) {
      return check;
    }
  }
  return nullptr;
}

/// Without those that are its parents'.
std::vector<model::check_constraint> own_checks(const model::schema& in, const model::table& of) {
  std::vector<model::check_constraint> own = of.checks;
  std::erase_if(own, [&](const model::check_constraint& each) {
    const model::check_constraint* const above = check_above(in, of, each.name);
    return above != nullptr && (!above->not_valid || each.not_valid);
  });
  return own;
}

/// A check's renaming takes those of the partitions with it.
void follow_renames(difference& all,
                    const model::table& before,
                    const model::table& after,
                    std::vector<model::check_constraint>& own) {
  const model::table* was = parent_of(all.from, before);
  const model::table* is = parent_of(all.to, after);
  while (was != nullptr && is != nullptr && was->name == is->name) {
    for (model::check_constraint& each : own) {
      each.name = all.by.element(model::object_kind::constraint, is->name, each.name);
    }
    const auto changes = match_elements(definitions(all, is->name), was->checks, is->checks);
    for (const auto& [from, to] : changes.renamed) {
      for (model::check_constraint& each : own) {
        if (each.name == from->name) {
          each.name = to->name;
        }
      }
    }
    was = parent_of(all.from, *was);
    is = parent_of(all.to, *is);
  }
}

/// One that goes with its parent's, or may, and stays or comes as the partition's own is another.
void part_from_parents(difference& all,
                       const model::table& before,
                       const model::table& after,
                       partition_checks& both) {
  for (const model::check_constraint& each : both.after) {
    const model::check_constraint* const was = check_above(all.from, before, each.name);
    const model::check_constraint* const is = check_above(all.to, after, each.name);
    if (was == nullptr || (is != nullptr && was->not_valid)) {
      continue;
    }
    std::erase_if(both.before, [&](const auto& one) { return one.name == each.name; });
    both.before.push_back(*was);
    both.before.back().not_valid = true;
  }
}

} // namespace

partition_checks
checks_of_partition(difference& all, const model::table& before, const model::table& after) {
  partition_checks both = {own_checks(all.from, before), own_checks(all.to, after)};
  follow_renames(all, before, after, both.before);
  std::erase_if(both.before, [&](const model::check_constraint& each) {
    const model::check_constraint* const above = check_above(all.to, after, each.name);
    return above != nullptr && !above->not_valid; // Its parent's change makes it that.
  });
  part_from_parents(all, before, after, both);
  return both;
}

} // namespace strata::codegen
