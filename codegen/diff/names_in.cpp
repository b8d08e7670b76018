// Looking up what entries of a transition name.
#include "codegen/diff/names_in.hpp"

#include "codegen/compose/further_objects.hpp"

#include <algorithm>

namespace strata::codegen {

using model::object_kind;

names_in::names_in(const model::schema& schema,
                   object_kind kind,
                   const model::qualified_name& owner) {
  switch (kind) {
  case object_kind::schema:
    add_plain(schema.named_schemas);
    break;
  case object_kind::extension:
    add_plain(schema.extensions);
    break;
  case object_kind::enumeration:
    add_qualified(schema.enumerations);
    break;
  case object_kind::table:
    add_qualified(schema.tables);
    break;
  case object_kind::view:
    add_qualified(schema.views);
    break;
  case object_kind::function:
    add_qualified(schema.functions);
    break;
  case object_kind::trigger:
    add_triggers(schema, owner);
    break;
  case object_kind::enum_value:
    add_values(schema, owner);
    break;
  case object_kind::column:
  case object_kind::constraint:
  case object_kind::index:
  case object_kind::reference_row:
    add_elements(schema, kind, owner);
    break;
  case object_kind::attribute:
    add_attributes(schema, owner);
    break;
  case object_kind::sequence:
  case object_kind::domain:
  case object_kind::composite_type:
  case object_kind::range_type:
  case object_kind::rule:
  case object_kind::policy:
  case object_kind::statistics:
  case object_kind::grant:
    each_further(schema, [&](const auto& objects) {
      for (const auto& each : objects) {
        if (kind_of(each) == kind && owner_of(each) == owner) {
          add(name_of_object(each));
        }
      }
    });
    break;
  }
}

bool names_in::has(const model::qualified_name& name) const {
  return std::find(names_.begin(), names_.end(), name) != names_.end();
}

std::vector<std::string> names_in::all() const {
  std::vector<std::string> result;
  for (const model::qualified_name& each : names_) {
    result.push_back(display(each));
  }
  return result;
}

template <typename Element>
void names_in::add_plain(const std::vector<Element>& elements) {
  for (const Element& each : elements) {
    add({{}, each.name});
  }
}

template <typename Object>
void names_in::add_qualified(const std::vector<Object>& objects) {
  for (const Object& each : objects) {
    add(each.name);
  }
}

void names_in::add_triggers(const model::schema& schema, const model::qualified_name& owner) {
  for (const model::trigger& each : schema.triggers) {
    if (each.table == owner) {
      add({{}, each.name});
    }
  }
}

void names_in::add_values(const model::schema& schema, const model::qualified_name& owner) {
  for (const model::enumeration& each : schema.enumerations) {
    if (each.name == owner) {
      for (const std::string& value : each.values) {
        add({{}, value});
      }
    }
  }
}

void names_in::add_attributes(const model::schema& schema, const model::qualified_name& owner) {
  for (const model::composite_type& each : schema.composite_types) {
    if (each.name == owner) {
      add_plain(each.attributes);
    }
  }
}

void names_in::add_elements(const model::schema& schema,
                            object_kind kind,
                            const model::qualified_name& owner) {
  for (const model::view& each : schema.views) {
    if (each.name == owner && kind == object_kind::index) {
      add_plain(each.indexes);
    }
  }
  for (const model::table& each : schema.tables) {
    if (each.name != owner) {
      continue;
    }
    if (kind == object_kind::column) {
      add_plain(each.columns);
    } else if (kind == object_kind::index) {
      add_plain(each.indexes);
    } else if (kind == object_kind::constraint) {
      add_constraints(each);
    }
  }
}

void names_in::add_constraints(const model::table& table) {
  if (table.primary_key) {
    add({{}, table.primary_key->name});
  }
  add_plain(table.uniques);
  add_plain(table.checks);
  add_plain(table.foreign_keys);
  add_plain(table.exclusions);
}

model::qualified_name former_owner(const model::transition& transition,
                                   object_kind kind,
                                   const model::qualified_name& owner) {
  const auto can_own = [&](object_kind owning) {
    switch (kind) {
    case object_kind::enum_value:
      return owning == object_kind::enumeration;
    case object_kind::attribute:
      return owning == object_kind::composite_type;
    case object_kind::constraint:
      return owning == object_kind::table || owning == object_kind::domain;
    default:
      return owning == object_kind::table || owning == object_kind::view;
    }
  };
  for (const model::rename& each : transition.renames) {
    const bool is_owner = can_own(each.kind);
    if (is_owner && each.to == owner.name && each.from.schema == owner.schema) {
      return each.from;
    }
  }
  return owner;
}

model::transition renames_that_happen(const model::schema& from,
                                      const model::schema& to,
                                      const model::transition& transition) {
  model::transition result;
  for (const model::rename& each : transition.renames) {
    const names_in before(from, each.kind, former_owner(transition, each.kind, each.owner));
    const names_in after(to, each.kind, each.owner);
    const model::qualified_name target{each.from.schema, each.to};
    if (before.has(each.from) && !before.has(target) && after.has(target)) {
      result.renames.push_back(each);
    }
  }
  return result;
}

} // namespace strata::codegen
