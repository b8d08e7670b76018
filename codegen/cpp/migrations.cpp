// Constants only: a program starts without running any of this.
#include "codegen/cpp/migrations.hpp"

#include "codegen/cpp/namer.hpp"
#include "codegen/text/cpp_literal.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

const char* name_of(model::dialect dialect) {
  return dialect == model::dialect::postgresql ? "postgresql" : "sqlite";
}

std::string scripts(const embedded_version& version) {
  std::string out;
  for (const embedded_script& script : version.scripts) {
    out += fmt::format("    {{.dialect = ::strata::dialect::{},\n", name_of(script.dialect));
    out += fmt::format("     .up = {},\n", raw_string_literal(script.up));
    out += fmt::format("     .down = {},\n", raw_string_literal(script.down));
    out += fmt::format("     .plain = {}}},\n", raw_string_literal(script.plain));
  }
  return out;
}

std::string acknowledgements(const embedded_version& version) {
  std::string out;
  for (const embedded_acknowledgement& each : version.acknowledged) {
    out += fmt::format("    {{.hazard = {}, .object = {}, .because = {}}},\n",
                       string_literal(each.hazard),
                       string_literal(each.object),
                       string_literal(each.because));
  }
  return out;
}

/// An array of that content, or nothing: C++ has no empty arrays.
std::string array(const char* type, const std::string& name, const std::string& content) {
  return content.empty()
             ? ""
             : fmt::format("constexpr ::strata::{} {}[] = {{\n{}}};\n\n", type, name, content);
}

std::string span(const std::string& name, bool is_there) { return is_there ? name : "{}"; }

std::string entry(const embedded_version& version) {
  return fmt::format(
      "    {{.version = {},\n"
      "     .title = {},\n"
      "     .fingerprint = \"{}\",\n"
      "     .sealed = {},\n"
      "     .oldest_compatible = {},\n"
      "     .irreversible = {},\n"
      "     .acknowledged = {},\n"
      "     .scripts = {}}},\n",
      version.number,
      string_literal(version.title),
      version.fingerprint,
      version.sealed,
      version.oldest_compatible,
      string_literal(version.irreversible),
      span(fmt::format("acknowledged_{}", version.number), !version.acknowledged.empty()),
      span(fmt::format("scripts_{}", version.number), !version.scripts.empty()));
}

std::string symbol(const embedded_schema& schema) {
  const std::string name = fingerprint_symbol(schema.versions.back().fingerprint);
  return fmt::format("namespace {}::detail {{\n\n"
                     "// Accessors made for another schema name another symbol, and do not link.\n"
                     "extern const char {};\n"
                     "const char {} = 0;\n\n"
                     "}} // namespace {}::detail\n",
                     schema.cpp_namespace,
                     name,
                     name,
                     schema.cpp_namespace);
}

} // namespace

generated_file print_migrations(const embedded_schema& schema) {
  std::string text =
      fmt::format("// Every version of {}, as its programs carry it. Written by the "
                  "build.\n"
                  "#include <{}/migrations.hpp>\n\n"
                  "// A version may well be longer than the 64 kB that every compiler "
                  "must support.\n"
                  "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n"
                  "namespace {} {{\nnamespace {{\n\n",
                  schema.name,
                  namespace_folder(schema.cpp_namespace),
                  schema.cpp_namespace);
  std::string entries;
  for (const embedded_version& version : schema.versions) {
    text += array("migration_script", fmt::format("scripts_{}", version.number), scripts(version));
    text += array("acknowledgement",
                  fmt::format("acknowledged_{}", version.number),
                  acknowledgements(version));
    entries += entry(version);
  }
  text += array("migration", "versions", entries);
  text += fmt::format("}} // namespace\n\n"
                      "constinit const ::strata::migrations migrations{{.name = {},\n"
                      "    .versions = versions,\n"
                      "    .minimum_postgresql = {},\n"
                      "    .minimum_sqlite = {}}};\n\n"
                      "}} // namespace {}\n\n",
                      string_literal(schema.name),
                      schema.minimum_postgresql,
                      schema.minimum_sqlite,
                      schema.cpp_namespace);
  return {"migrations.cpp", text + symbol(schema)};
}

generated_file print_migrations_header(const embedded_schema& schema) {
  const embedded_version& head = schema.versions.back();
  const std::string text =
      fmt::format("// The versions of {0}, for the programs that carry them. Printed by Strata.\n"
                  "#pragma once\n\n"
                  "#include <strata/runtime/migrations.hpp>\n\n"
                  "namespace {1} {{\n\n"
                  "/// The version that the accessors were made for.\n"
                  "inline constexpr int head_version = {2};\n\n"
                  "/// The oldest version whose programs still run on a database at the head.\n"
                  "inline constexpr int oldest_compatible = {3};\n\n"
                  "/// Every version's SQL, for strata::migrator and strata::cli::run.\n"
                  "extern const ::strata::migrations migrations;\n\n"
                  "}} // namespace {1}\n",
                  schema.name,
                  schema.cpp_namespace,
                  head.number,
                  head.oldest_compatible);
  return {namespace_folder(schema.cpp_namespace) + "/migrations.hpp", text};
}

} // namespace strata::codegen
