// Keys that say the same twice.
#include "codegen/check/schema_rules.hpp"

#include "codegen/compose/default_names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace strata::codegen {
namespace {

template <typename Key>
bool is_same_key(const Key& a, const model::unique_constraint& b) {
  return a.columns == b.columns && a.include == b.include && a.deferrable == b.deferrable;
}

/// One that bears a name of its own is meant: databases that exist have such keys.
bool has_default_name(const model::table& table, const model::unique_constraint& unique) {
  model::unique_constraint unnamed = unique;
  unnamed.name.clear();
  return unique.name.starts_with(base_name(table, unnamed));
}

void find_repeated(const checked_schema& all, const model::table& table, std::size_t at) {
  const model::unique_constraint& unique = table.uniques[at];
  const bool repeats_primary =
      table.primary_key && !unique.nulls_not_distinct && is_same_key(*table.primary_key, unique);
  const auto end = table.uniques.begin() + static_cast<std::ptrdiff_t>(at);
  const bool repeats_unique = std::any_of(table.uniques.begin(), end, [&](const auto& each) {
    return is_same_key(each, unique) && each.nulls_not_distinct == unique.nulls_not_distinct;
  });
  if ((!repeats_primary && !repeats_unique) || !has_default_name(table, unique)) {
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

} // namespace

void check_keys(const checked_schema& all) {
  for (const model::table& table : all.schema.tables) {
    for (std::size_t at = 0; at < table.uniques.size(); ++at) {
      find_repeated(all, table, at);
    }
  }
}

} // namespace strata::codegen
