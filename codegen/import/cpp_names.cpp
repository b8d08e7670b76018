// The first keeps the plain identifier, the others are numbered.
#include "codegen/import/cpp_names.hpp"

#include "codegen/compose/lineage.hpp"
#include "codegen/cpp/namer.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>

namespace strata::codegen {
namespace {

class identifiers {
public:
  identifiers(std::initializer_list<std::string> taken = {}) : taken_(taken) {}

  /// The name that `.as` must give; empty: none need be given.
  std::string take(const std::string& name) {
    const std::string plain = cpp_identifier(name);
    if (taken_.insert(plain).second)
      return {};
    std::string chosen;
    int number = 2;
    do {
      // An identifier that ends with an underscore would hold two.
      chosen = plain + (plain.ends_with('_') ? "" : "_") + std::to_string(number++);
    } while (!taken_.insert(chosen).second);
    return chosen;
  }

private:
  std::set<std::string> taken_;
};

void name_values(model::enumeration& of, identifiers& of_objects) {
  of.cpp_name = of_objects.take(of.name.name);
  identifiers of_values;
  std::vector<std::string> names;
  for (const std::string& each : of.values)
    names.push_back(of_values.take(each));
  if (std::ranges::any_of(names, [](const auto& each) { return !each.empty(); }))
    of.cpp_values = std::move(names);
}

} // namespace

void name_for_cpp(model::schema& schema) {
  // Headers that the namespace's folder holds besides tables.
  identifiers of_objects{"enumerations", "fingerprint", "hana", "migrations"};
  for (model::enumeration& each : schema.enumerations)
    name_values(each, of_objects);
  const model::schema whole = with_inherited_columns(schema);
  for (std::size_t i = 0; i < schema.tables.size(); ++i) {
    model::table& table = schema.tables[i];
    table.cpp_name = of_objects.take(table.name.name);
    identifiers of_columns;
    const std::vector<model::column>& all = whole.tables[i].columns;
    // A parent's columns come first and have their names from there.
    for (std::size_t k = 0; k + table.columns.size() < all.size(); ++k)
      of_columns.take(all[k].name);
    for (model::column& each : table.columns)
      each.cpp.name = of_columns.take(each.name);
  }
  for (model::view& each : schema.views) {
    each.cpp_name = of_objects.take(each.name.name);
    identifiers of_columns;
    for (model::column& column : each.columns)
      column.cpp.name = of_columns.take(column.name);
  }
}

} // namespace strata::codegen
