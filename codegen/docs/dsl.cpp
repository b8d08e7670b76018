// A whole version in one header.
#include "codegen/docs/dsl.hpp"

#include "codegen/docs/dsl_declarations.hpp"
#include "codegen/docs/dsl_object.hpp"
#include "codegen/docs/dsl_words.hpp"

#include <fmt/format.h>

#include <vector>

namespace strata::codegen {
namespace {

std::string described(const model::version& of) {
  std::string title;
  for (const char c : of.title)
    title += c == '\n' ? ' ' : c;
  return title.empty() ? fmt::format("version {}", of.number)
                       : fmt::format("version {} ({})", of.number, title);
}

std::string version_line(const model::version& version,
                         const std::vector<dsl::declaration>& declared,
                         bool with_transition) {
  std::vector<std::string> parts = {std::to_string(version.number)};
  if (!version.title.empty())
    parts.push_back(dsl::text(version.title));
  for (const dsl::declaration& each : declared)
    parts.push_back(each.variable);
  const std::string transition = with_transition ? dsl::transition(version.transition) : "";
  if (!transition.empty())
    parts.push_back(transition);
  return fmt::format("inline constexpr auto version = {};\n", dsl::call("schema_version", parts));
}

std::string declarations(const model::version& version, bool with_transition) {
  const std::vector<dsl::declaration> declared = dsl::declarations_of(version.schema);
  std::string text;
  for (const dsl::declaration& each : declared)
    text += dsl::print(each);
  return text + version_line(version, declared, with_transition);
}

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
                declarations(version, false));
}

std::string print_restated(const model::version& version, std::string_view schema_namespace) {
  return header(fmt::format("// The whole of {}.\n", described(version)),
                fmt::format("{}::v{}", schema_namespace, version.number),
                declarations(version, true));
}

} // namespace strata::codegen
