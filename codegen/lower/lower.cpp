// Versions to the model.
#include <strata/lower.hpp>

#include "codegen/lower/attachment.hpp"
#include "codegen/lower/object.hpp"
#include "codegen/lower/table.hpp"
#include "codegen/lower/transition.hpp"
#include "codegen/lower/user_type.hpp"

#include <utility>

namespace strata {

namespace detail {

namespace {

struct version_lowering final : object_visitor {
  model::version_declaration version;

  void take(list<const object_facts*> objects) override {
    for (const object_facts* each : objects)
      add(*each);
  }

private:
  void add(const object_facts& object) {
    switch (object.kind) {
    case object_kind::since:
      version.since = static_cast<const since_facts&>(object).number;
      break;
    case object_kind::transition:
      version.transition = lower_transition(object);
      break;
    case object_kind::table:
      version.objects.push_back(lower_table(static_cast<const table_facts&>(object)));
      break;
    case object_kind::enumeration:
      version.objects.push_back(lower_enumeration(static_cast<const enumeration_facts&>(object)));
      break;
    case object_kind::extension:
      version.objects.push_back(lower_extension(static_cast<const extension_declaration&>(object)));
      break;
    case object_kind::view:
      version.objects.push_back(lower_view(static_cast<const view_facts&>(object)));
      break;
    case object_kind::function:
      version.objects.push_back(lower_function(static_cast<const function_facts&>(object)));
      break;
    case object_kind::trigger:
      version.objects.push_back(lower_trigger(static_cast<const trigger_facts&>(object)));
      break;
    default:
      add_further(object);
    }
  }

  /// What PostgreSQL alone has.
  void add_further(const object_facts& object) {
    switch (object.kind) {
    case object_kind::named_schema:
      version.objects.push_back(
          lower_named_schema(static_cast<const named_schema_declaration&>(object)));
      break;
    case object_kind::sequence:
      version.objects.push_back(lower_sequence(static_cast<const sequence_facts&>(object)));
      break;
    case object_kind::domain:
      version.objects.push_back(lower_domain(static_cast<const domain_facts&>(object)));
      break;
    case object_kind::composite_type:
      version.objects.push_back(
          lower_composite_type(static_cast<const composite_type_facts&>(object)));
      break;
    case object_kind::range_type:
      version.objects.push_back(lower_range_type(static_cast<const range_type_facts&>(object)));
      break;
    case object_kind::rule:
      version.objects.push_back(lower_rule(static_cast<const rule_facts&>(object)));
      break;
    case object_kind::policy:
      version.objects.push_back(lower_policy(static_cast<const policy_facts&>(object)));
      break;
    case object_kind::statistics:
      version.objects.push_back(lower_statistics(static_cast<const statistics_facts&>(object)));
      break;
    case object_kind::grant:
      for (model::grant& each : lower_grant(static_cast<const grant_facts&>(object)))
        version.objects.push_back(std::move(each));
      break;
    default: // The others are taken above.
      break;
    }
  }
};

} // namespace

} // namespace detail

model::version_declaration lower(const detail::version_facts& version) {
  detail::version_lowering lowering;
  lowering.version.number = version.number;
  lowering.version.title = detail::lower_text(version.title);
  lowering.version.where = detail::lower_place(version.where);
  version.objects(version, lowering);
  return std::move(lowering.version);
}

} // namespace strata
