// Definitions are compared without what is said of each alone.
#include "codegen/diff/key_index.hpp"

#include <algorithm>
#include <utility>

namespace strata::codegen {
namespace {

model::index definition_of(model::index of) {
  of.name.clear();
  of.part_of.clear();
  of.only_parent = false;
  of.comment.clear();
  of.only = {};
  of.where = {};
  return of;
}

} // namespace

bool is_without_overlaps(const constraint& of) {
  const auto* key = std::get_if<model::primary_key>(&of);
  const auto* unique = std::get_if<model::unique_constraint>(&of);
  return (key != nullptr && key->without_overlaps) ||
         (unique != nullptr && unique->without_overlaps);
}

std::optional<model::index> index_of(const constraint& of) {
  model::index index;
  index.unique = true;
  std::vector<std::string> columns;
  if (is_without_overlaps(of)) {
    return std::nullopt; // An exclusion, which no index of its own stands for.
  }
  if (const auto* key = std::get_if<model::primary_key>(&of)) {
    columns = key->columns;
    index.include = key->include;
    index.with = key->with;
  } else if (const auto* unique = std::get_if<model::unique_constraint>(&of)) {
    columns = unique->columns;
    index.include = unique->include;
    index.with = unique->with;
    index.nulls_not_distinct = unique->nulls_not_distinct;
  } else {
    return std::nullopt;
  }
  index.name = std::visit([](const auto& each) { return each.name; }, of);
  for (std::string& column : columns) {
    index.keys.emplace_back();
    index.keys.back().column = std::move(column);
  }
  return index;
}

bool is_same_index(model::index one, model::index other) {
  return definition_of(std::move(one)) == definition_of(std::move(other));
}

std::optional<constraint> key_like(const model::table& partition, const model::index& whole) {
  if (!whole.unique || whole.only_parent ||
      std::any_of(partition.indexes.begin(), partition.indexes.end(), [&](const auto& each) {
        return each.part_of == whole.name;
      })) {
    return std::nullopt;
  }
  const auto fits = [&](const constraint& key) {
    std::optional<model::index> carries = index_of(key);
    if (!carries) {
      return false;
    }
    carries->with = whole.with; // The server does not look at it.
    return is_same_index(*std::move(carries), whole);
  };
  if (partition.primary_key && fits(*partition.primary_key)) {
    return *partition.primary_key;
  }
  for (const model::unique_constraint& each : partition.uniques) {
    if (fits(each)) {
      return each;
    }
  }
  return std::nullopt;
}

} // namespace strata::codegen
