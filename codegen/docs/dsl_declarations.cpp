// One variable an object, enumerations first, since columns are declared with them.
#include "codegen/docs/dsl_declarations.hpp"

#include "codegen/docs/dsl_object.hpp"
#include "codegen/docs/dsl_table.hpp"
#include "codegen/docs/omitted_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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

/// Whether an object's declaration brings the schema along.
bool is_mentioned(const std::string& name, const model::schema& in) {
  const auto lies_there = [&](const auto& objects) {
    return std::any_of(
        objects.begin(), objects.end(), [&](const auto& each) { return each.name.schema == name; });
  };
  return lies_there(in.enumerations) || lies_there(in.tables) || lies_there(in.views) ||
         lies_there(in.functions) || lies_there(in.sequences) || lies_there(in.domains) ||
         lies_there(in.composite_types) || lies_there(in.range_types) ||
         lies_there(in.statistics_objects) ||
         std::any_of(in.extensions.begin(), in.extensions.end(), [&](const auto& each) {
           return each.schema == name;
         });
}

class declaring {
public:
  std::vector<declaration> all(const model::schema& schema) {
    for (const auto* each : ordered(schema.named_schemas)) {
      if (!each->comment.empty() || !is_mentioned(each->name, schema))
        add("schema", {{}, each->name}, {}, named_schema(*each));
    }
    for (const auto* each : ordered(schema.extensions))
      add("extension", {{}, each->name}, {}, extension(*each));
    add_types(schema);
    for (const auto* each : ordered(schema.tables))
      add("table", each->name, each->name, table(*each, variables_));
    for (const auto* each : ordered(schema.sequences))
      add("sequence", each->name, each->owner_table, sequence(*each));
    for (const auto* each : ordered(schema.views))
      add("view", each->name, each->name, view(*each, variables_));
    for (const auto* each : ordered(schema.functions))
      add("function", each->name, {}, function(*each));
    for (const auto* each : ordered(schema.triggers))
      add("trigger", {{}, each->name}, each->table, trigger(*each));
    for (const auto* each : ordered(schema.rules))
      add("rule", {{}, each->name}, each->table, rule(*each));
    for (const auto* each : ordered(schema.policies))
      add("policy", {{}, each->name}, each->table, policy(*each));
    for (const auto* each : ordered(schema.statistics_objects))
      add("statistics", each->name, each->table, statistics(*each));
    add_grants(schema.grants);
    return std::move(declared_);
  }

private:
  /// A type's declaration is not looked up by what uses it, so their order is the names' own.
  void add_types(const model::schema& schema) {
    for (const auto* each : ordered(schema.enumerations))
      add("enumeration", each->name, {}, enumeration(*each));
    for (const auto* each : ordered(schema.domains))
      add("domain", each->name, {}, domain(*each, variables_));
    for (const auto* each : ordered(schema.composite_types))
      add("composite_type", each->name, {}, composite_type(*each, variables_));
    for (const auto* each : ordered(schema.range_types))
      add("range_type", each->name, {}, range_type(*each, variables_));
  }

  /// One declaration for all that one role has on one object.
  void add_grants(const std::vector<model::grant>& grants_of_all) {
    std::map<model::qualified_name, std::vector<model::grant>> together;
    const auto key = [](const model::grant& of) {
      return fmt::format("{}\n{}\n{}\n{}\n{}{}{}{}",
                         static_cast<int>(of.on),
                         of.parameters,
                         fmt::join(of.columns, "\n"),
                         of.grantee,
                         of.grantable,
                         of.revoked,
                         of.only.postgresql,
                         of.only.sqlite);
    };
    for (const model::grant& each : grants_of_all)
      together[{each.object.schema, each.object.name + '\n' + key(each)}].push_back(each);
    for (const auto& [_, each] : together) {
      const model::grant& first = each.front();
      const std::string role = first.grantee.empty() ? "public" : first.grantee;
      const bool of_table = first.on == model::grant::object_class::table ||
                            first.on == model::grant::object_class::column;
      add("grant",
          {first.object.schema, first.object.name + (first.revoked ? "_not_to_" : "_to_") + role},
          of_table ? first.object : model::qualified_name{},
          grants(each));
    }
  }

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
  return declaring().all(without_default_names(schema));
}

std::string print(const declaration& of) {
  return fmt::format("inline constexpr auto {} = {};\n\n", of.variable, of.words);
}

} // namespace strata::codegen::dsl
