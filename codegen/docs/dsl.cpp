// One variable an object, enumerations first, since columns are declared with them.
#include "codegen/docs/dsl.hpp"

#include "codegen/docs/dsl_object.hpp"
#include "codegen/docs/dsl_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

std::string described(const model::version& of) {
  std::string title;
  for (const char c : of.title)
    title += c == '\n' ? ' ' : c;
  return title.empty() ? fmt::format("version {}", of.number)
                       : fmt::format("version {} ({})", of.number, title);
}

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

/// The declarations of a header and the variables that stand for them.
class header_printer {
public:
  std::string print(const model::version& version, bool with_transition) {
    const model::schema& schema = version.schema;
    for (const auto* each : ordered(schema.extensions)) {
      declare("extension", {{}, each->name}, dsl::extension(*each));
    }
    for (const auto* each : ordered(schema.enumerations)) {
      declare("enumeration", each->name, dsl::enumeration(*each));
    }
    for (const auto* each : ordered(schema.tables)) {
      declare("table", each->name, dsl::table(*each, variables_));
    }
    for (const auto* each : ordered(schema.views)) {
      declare("view", each->name, dsl::view(*each, variables_));
    }
    for (const auto* each : ordered(schema.functions)) {
      declare("function", each->name, dsl::function(*each));
    }
    for (const auto* each : ordered(schema.triggers)) {
      declare("trigger", {{}, each->name}, dsl::trigger(*each));
    }
    return declarations_ + version_line(version, with_transition);
  }

private:
  void declare(const char* kind, const model::qualified_name& name, const std::string& words) {
    const std::string variable = variables_.declare(kind, name);
    declarations_ += fmt::format("inline constexpr auto {} = {};\n\n", variable, words);
    declared_.push_back(variable);
  }

  std::string version_line(const model::version& version, bool with_transition) const {
    std::vector<std::string> parts = {std::to_string(version.number)};
    if (!version.title.empty())
      parts.push_back(dsl::text(version.title));
    parts.insert(parts.end(), declared_.begin(), declared_.end());
    const std::string transition = with_transition ? dsl::transition(version.transition) : "";
    if (!transition.empty())
      parts.push_back(transition);
    return fmt::format("inline constexpr auto version = {};\n", dsl::call("schema_version", parts));
  }

  dsl::variables variables_;
  std::string declarations_;
  std::vector<std::string> declared_;
};

std::string
header(const std::string& opening, const std::string& space, const std::string& declarations) {
  return fmt::format("{}#pragma once\n\n"
                     "#include <strata/schema.hpp>\n\n"
                     "namespace {} {{\n"
                     "using namespace strata::dsl;\n\n"
                     "{}\n"
                     "}} // namespace {}\n",
                     opening,
                     space,
                     declarations,
                     space);
}

} // namespace

std::string print_head(const model::version& version,
                       std::string_view schema_namespace,
                       std::string_view from) {
  return header(fmt::format("// The whole schema as {} leaves it. Printed by Strata, for reading:\n"
                            "// changes belong into {} and what it is based on.\n",
                            described(version),
                            from),
                fmt::format("{}::head", schema_namespace),
                header_printer().print(version, false));
}

std::string print_restated(const model::version& version, std::string_view schema_namespace) {
  return header(fmt::format("// The whole of {}.\n", described(version)),
                fmt::format("{}::v{}", schema_namespace, version.number),
                header_printer().print(version, true));
}

} // namespace strata::codegen
