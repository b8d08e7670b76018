// Prints the accessor headers of a whole schema.
#include "codegen/cpp/accessors.hpp"

#include "codegen/compose/lineage.hpp"
#include "codegen/cpp/cpp_type.hpp"
#include "codegen/cpp/entity_header.hpp"
#include "codegen/cpp/namer.hpp"
#include "codegen/cpp/shared_headers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace strata::codegen {
namespace {

/// The names that the namespace's folder holds besides tables.
constexpr std::array<std::string_view, 4> shared_stems{
    "enumerations", "fingerprint", "hana", "migrations"};

/// Tables, views and enumerations live in one namespace.
class used_names {
public:
  explicit used_names(diagnostics& out) : out_(out) {}

  void add(const std::string& identifier, const std::string& what, const model::place& where) {
    const auto [known, is_new] = first_.emplace(identifier, what);
    if (!is_new) {
      report_clash(fmt::format("{} and {}", known->second, what), identifier, where, out_);
    }
  }

private:
  diagnostics& out_;
  std::map<std::string, std::string> first_;
};

std::vector<entity>
describe_all(const model::schema& schema, std::string_view cpp_namespace, diagnostics& out) {
  used_names names(out);
  for (const std::string_view stem : shared_stems) {
    names.add(std::string(stem), fmt::format("the header {}.hpp", stem), {});
  }
  for (const model::enumeration& each : schema.enumerations) {
    identifier_for(each.cpp_name, each.name.name, each.where, out);
    names.add(cpp_name(each), "the enumeration " + display(each.name), each.where);
  }
  std::vector<entity> entities;
  for (const model::table& each : schema.tables) {
    if (!each.descent.partition_of.name.empty())
      continue; // Its rows are its parent's.
    entities.push_back(describe(each, schema, cpp_namespace, out));
    names.add(entities.back().identifier, "the table " + display(each.name), each.where);
  }
  for (const model::view& each : schema.views) {
    if (each.columns.empty())
      continue;
    entities.push_back(describe(each, schema, cpp_namespace, out));
    names.add(entities.back().identifier, "the view " + display(each.name), each.where);
  }
  std::ranges::sort(entities, {}, &entity::identifier);
  return entities;
}

} // namespace

std::vector<generated_file> print_accessors(const model::version& head,
                                            std::string_view cpp_namespace,
                                            std::string_view fingerprint,
                                            diagnostics& out) {
  const std::string folder = namespace_folder(cpp_namespace);
  const auto entities = describe_all(with_inherited_columns(head.schema), cpp_namespace, out);
  std::vector<generated_file> files;
  std::vector<std::string> stems;
  for (const entity& each : entities) {
    files.push_back(
        {fmt::format("{}/{}.hpp", folder, each.identifier), print_entity(each, cpp_namespace)});
    stems.push_back(each.identifier);
  }
  files.push_back({folder + "/fingerprint.hpp", print_fingerprint(fingerprint, cpp_namespace)});
  if (!head.schema.enumerations.empty()) {
    auto enumerations = head.schema.enumerations;
    std::ranges::sort(enumerations, {}, &model::enumeration::name);
    files.push_back(
        {folder + "/enumerations.hpp", print_enumerations(enumerations, cpp_namespace, out)});
    stems.emplace_back("enumerations");
  }
  std::ranges::sort(stems);
  files.push_back({folder + "/hana.hpp", print_hana(entities, cpp_namespace)});
  files.push_back({folder + ".hpp", print_umbrella(stems, cpp_namespace)});
  return files;
}

} // namespace strata::codegen
