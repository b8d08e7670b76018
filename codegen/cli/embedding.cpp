// What was acknowledged in a transition goes into the history table, by hazard and object.
#include "codegen/cli/embedding.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

std::string
object_name(model::object_kind kind, const model::qualified_name& owner, const std::string& name) {
  if (owner.name.empty())
    return name;
  const bool beside = kind == model::object_kind::constraint || kind == model::object_kind::index ||
                      kind == model::object_kind::trigger;
  return fmt::format("{}{}{}", display(owner), beside ? "/" : ".", name);
}

bool holds_data(model::object_kind kind) {
  return kind == model::object_kind::table || kind == model::object_kind::column ||
         kind == model::object_kind::enum_value || kind == model::object_kind::reference_row;
}

std::vector<embedded_acknowledgement> acknowledged(const model::transition& transition) {
  std::vector<embedded_acknowledgement> all;
  for (const model::rename& each : transition.renames) {
    all.push_back({.hazard = "breaks_old_readers",
                   .object = object_name(each.kind, each.owner, display(each.from)),
                   .because = each.because});
  }
  for (const model::drop& each : transition.drops) {
    all.push_back({.hazard = holds_data(each.kind) ? "data_loss" : "breaks_old_readers",
                   .object = object_name(each.kind, each.owner, display(each.name)),
                   .because = each.because});
  }
  for (const model::acceptance& each : transition.acceptances) {
    all.push_back({each.hazard, each.object, each.because});
  }
  return all;
}

} // namespace

embedded_schema embed(const generator_settings& settings,
                      const std::vector<version_record>& versions,
                      const std::vector<version_sql>& sql) {
  embedded_schema schema{.name = settings.name,
                         .cpp_namespace = settings.cpp_namespace,
                         .versions = {},
                         .minimum_postgresql = settings.minimum_postgresql,
                         .minimum_sqlite = settings.minimum_sqlite};
  for (std::size_t at = 0; at < versions.size(); ++at) {
    const version_record& each = versions[at];
    embedded_version version{.number = each.version.number,
                             .title = each.version.title,
                             .fingerprint = each.fingerprint,
                             .sealed = each.sealed,
                             .oldest_compatible = each.oldest_compatible,
                             .irreversible = each.version.transition.irreversible.value_or(""),
                             .acknowledged = acknowledged(each.version.transition),
                             .scripts = sql[at].scripts};
    schema.versions.push_back(std::move(version));
  }
  return schema;
}

} // namespace strata::codegen
