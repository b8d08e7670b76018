// Looking up what entries of a transition name.
#include "codegen/diff/names_in.hpp"

#include <algorithm>

namespace strata::codegen {

using model::object_kind;

names_in::names_in(const model::schema& schema,
                   object_kind kind,
                   const model::qualified_name& owner) {
  switch (kind) {
  case object_kind::schema:
    for (const std::string& each : schema.named_schemas) {
      add({{}, each});
    }
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
  const bool is_type = kind == object_kind::enum_value;
  for (const model::rename& each : transition.renames) {
    const bool is_owner = is_type
                              ? each.kind == object_kind::enumeration
                              : each.kind == object_kind::table || each.kind == object_kind::view;
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
