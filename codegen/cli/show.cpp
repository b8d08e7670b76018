// The lock's word counts; what it does not hold yet is a draft.
#include "codegen/cli/show.hpp"

#include "codegen/docs/dsl.hpp"
#include "codegen/show/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {

std::string list_versions(const versions_read& read) {
  std::string out = "version  state   runs with  fingerprint       title\n";
  for (const version_record& each : read.versions) {
    const int oldest = each.oldest_compatible;
    out += fmt::format("{:>7}  {:<6}  {:<9}  {}  {}\n",
                       each.version.number,
                       each.was_sealed ? "sealed" : "draft",
                       oldest == 0 ? "?" : fmt::format(">= {}", oldest),
                       each.fingerprint.substr(0, 16),
                       each.version.title);
  }
  return out;
}

std::string print_version(const generator_settings& settings,
                          const version_record& version,
                          const std::string& format) {
  if (format == "cpp")
    return print_head(version.version, settings.schema_namespace, version.header);
  const model::schema& schema = version.version.schema;
  return format == "json" ? summary_json(schema, model::dialect::postgresql)
                          : summary_text(schema, model::dialect::postgresql);
}

const version_record* find_version(const versions_read& read, int number) {
  const auto at = std::find_if(read.versions.begin(), read.versions.end(), [&](const auto& each) {
    return each.version.number == number;
  });
  return at == read.versions.end() ? nullptr : &*at;
}

} // namespace strata::codegen
