// Keys that say the same twice.
#include "codegen/check/schema_rules.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace strata::codegen {
namespace {

template <typename Key>
bool is_same_key(const Key& a, const model::unique_constraint& b) {
  return a.columns == b.columns && a.include == b.include && a.deferrable == b.deferrable &&
         a.sqlite_keys == b.sqlite_keys;
}

} // namespace

void check_unique(const checked_schema& all, const model::table& table, std::size_t at) {
  const model::unique_constraint& unique = table.uniques[at];
  const bool repeats_primary =
      table.primary_key && !unique.nulls_not_distinct && is_same_key(*table.primary_key, unique);
  const auto end = table.uniques.begin() + static_cast<std::ptrdiff_t>(at);
  const bool repeats_unique = std::any_of(table.uniques.begin(), end, [&](const auto& each) {
    return is_same_key(each, unique) && each.nulls_not_distinct == unique.nulls_not_distinct;
  });
  if (!repeats_primary && !repeats_unique) {
    return;
  }
  all.out.add({"S133",
               fmt::format("unique constraint {} of {} repeats {} over ({}), which holds "
                           "already; take one out",
                           unique.name,
                           display(table.name),
                           repeats_primary ? "the primary key" : "another",
                           fmt::join(unique.columns, ", ")),
               {},
               unique.where});
}

} // namespace strata::codegen
