// From the DSL to the model: the only bridge between them.
#pragma once

#include <strata/lower/object.hpp>
#include <strata/lower/table.hpp>
#include <strata/lower/transition.hpp>
#include <strata/model/version.hpp>
#include <strata/schema/version.hpp>

namespace strata {

namespace detail {

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
    case object_kind::transition: {
      transition_lowering lowering;
      object.elements(object, lowering);
      version.transition = std::move(lowering.transition);
      break;
    }
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

} // namespace detail

/// What one header says: only what it lists, derived tables as changes.
inline model::version_declaration lower(const detail::version_facts& version) {
  detail::version_lowering lowering;
  lowering.version.number = version.number;
  lowering.version.title = detail::lower_text(version.title);
  lowering.version.where = detail::lower_place(version.where);
  version.objects(version, lowering);
  return std::move(lowering.version);
}

} // namespace strata
