// Versions to the model.
#include <strata/lower.hpp>

#include "codegen/lower/object.hpp"
#include "codegen/lower/table.hpp"
#include "codegen/lower/transition.hpp"

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
