// Sorting by name, then by content.
#include "codegen/inspect/arrange.hpp"

#include "codegen/compose/further_objects.hpp"

#include <algorithm>
#include <tuple>

namespace strata::codegen {
namespace {

template <typename T, typename Key>
void sort_by(std::vector<T>& list, Key key) {
  std::ranges::stable_sort(list, [&](const T& a, const T& b) { return key(a) < key(b); });
}

void arrange_table(model::table& table) {
  // Names may be absent on SQLite: then the content decides.
  sort_by(table.uniques, [](const auto& each) { return std::tie(each.name, each.columns); });
  sort_by(table.checks, [](const auto& each) {
    return std::tie(each.name, each.expression.postgresql, each.expression.sqlite);
  });
  sort_by(table.foreign_keys, [](const auto& each) {
    return std::tie(each.name, each.columns, each.target, each.target_columns);
  });
  sort_by(table.exclusions, [](const auto& each) { return each.name; });
  sort_by(table.indexes, [](const auto& each) { return each.name; });
}

} // namespace

void arrange(model::schema& schema) {
  const auto by_name = [](const auto& each) { return each.name; };
  sort_by(schema.named_schemas, by_name);
  sort_by(schema.extensions, by_name);
  sort_by(schema.enumerations, by_name);
  sort_by(schema.tables, by_name);
  sort_by(schema.views, by_name);
  sort_by(schema.functions, [](const auto& each) { return std::tie(each.name, each.parameters); });
  sort_by(schema.triggers, [](const auto& each) { return std::tie(each.table, each.name); });
  each_further(schema, [](auto& list) {
    sort_by(list, [](const auto& each) { return identity_of(each); });
  });
  for (model::table& table : schema.tables)
    arrange_table(table);
  for (model::view& view : schema.views)
    sort_by(view.indexes, by_name);
}

} // namespace strata::codegen
