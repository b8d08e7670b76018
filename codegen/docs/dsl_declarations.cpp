// One variable an object, enumerations first, since columns are declared with them.
#include "codegen/docs/dsl_declarations.hpp"

#include "codegen/docs/dsl_object.hpp"
#include "codegen/docs/dsl_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen::dsl {
namespace {

/// By name, so that the header does not depend on the order of declaration.
template <typename Object>
std::vector<const Object*> ordered(const std::vector<Object>& objects) {
  std::vector<const Object*> all;
  for (const Object& each : objects)
    all.push_back(&each);
  std::stable_sort(
      all.begin(), all.end(), [](const Object* a, const Object* b) { return a->name < b->name; });
  return all;
}

class declaring {
public:
  std::vector<declaration> all(const model::schema& schema) {
    for (const auto* each : ordered(schema.extensions))
      add("extension", {{}, each->name}, {}, extension(*each));
    for (const auto* each : ordered(schema.enumerations))
      add("enumeration", each->name, {}, enumeration(*each));
    for (const auto* each : ordered(schema.tables))
      add("table", each->name, each->name, table(*each, variables_));
    for (const auto* each : ordered(schema.views))
      add("view", each->name, each->name, view(*each, variables_));
    for (const auto* each : ordered(schema.functions))
      add("function", each->name, {}, function(*each));
    for (const auto* each : ordered(schema.triggers))
      add("trigger", {{}, each->name}, each->table, trigger(*each));
    return std::move(declared_);
  }

private:
  void add(const char* kind,
           const model::qualified_name& name,
           const model::qualified_name& table_of_it,
           const std::string& words) {
    declared_.push_back({kind, table_of_it, variables_.declare(kind, name), words});
  }

  variables variables_;
  std::vector<declaration> declared_;
};

} // namespace

std::vector<declaration> declarations_of(const model::schema& schema) {
  return declaring().all(schema);
}

std::string print(const declaration& of) {
  return fmt::format("inline constexpr auto {} = {};\n\n", of.variable, of.words);
}

} // namespace strata::codegen::dsl
