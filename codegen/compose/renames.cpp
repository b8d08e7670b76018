// Following renames through tables, types, rows and dependencies.
#include "codegen/compose/renames.hpp"

#include "codegen/compose/further_objects.hpp"

#include <utility>

namespace strata::codegen {
namespace {

using model::object_kind;

bool stands_alone(object_kind kind) {
  return kind == object_kind::table || kind == object_kind::view ||
         kind == object_kind::enumeration || kind == object_kind::function ||
         kind == object_kind::sequence || kind == object_kind::domain ||
         kind == object_kind::composite_type || kind == object_kind::range_type ||
         kind == object_kind::statistics;
}

class carrier {
public:
  explicit carrier(const renames& by) : by_(by) {}

  void carry(model::table& table) const {
    const model::qualified_name new_name = by_.object(object_kind::table, table.name);
    table.name = new_name;
    for (model::column& each : table.columns) {
      carry(each.type, each.default_to);
    }
    if (table.rows) {
      carry_values(table, *table.rows);
    }
    if (by_.has_elements(object_kind::column, new_name)) {
      carry_own_columns(table);
    }
    table.descent.partition_of = by_.relation(table.descent.partition_of);
    dependencies(table.descent.inherits);
    for (model::foreign_key& each : table.foreign_keys) {
      each.target = by_.object(object_kind::table, each.target);
      columns(each.target, each.target_columns);
    }
  }

  void carry(model::view& view) const {
    view.name = by_.object(object_kind::view, view.name);
    for (model::column& each : view.columns) {
      carry(each.type, each.default_to);
    }
    dependencies(view.depends_on);
  }

  void carry(model::function& function) const {
    function.name = by_.function(function.name, function.parameters);
    dependencies(function.depends_on);
  }

  void carry(model::trigger& trigger) const {
    trigger.table = by_.relation(trigger.table);
    trigger.name = by_.element(object_kind::trigger, trigger.table, trigger.name);
    dependencies(trigger.depends_on);
  }

  void carry(model::enumeration& enumeration) const {
    enumeration.name = by_.object(object_kind::enumeration, enumeration.name);
    for (std::string& each : enumeration.values) {
      each = by_.element(object_kind::enum_value, enumeration.name, each);
    }
  }

  void carry(model::sequence& sequence) const {
    sequence.name = by_.object(object_kind::sequence, sequence.name);
    sequence.owner_table = by_.relation(sequence.owner_table);
    column(sequence.owner_table, sequence.owner_column);
  }

  void carry(model::domain& domain) const {
    domain.name = by_.object(object_kind::domain, domain.name);
    carry(domain.type, domain.default_to);
  }

  void carry(model::composite_type& type) const {
    type.name = by_.object(object_kind::composite_type, type.name);
    for (model::composite_type::attribute& each : type.attributes) {
      each.name = by_.element(object_kind::attribute, type.name, each.name);
      carry_type(each.type);
    }
  }

  void carry(model::range_type& type) const {
    type.name = by_.object(object_kind::range_type, type.name);
    carry_type(type.subtype);
  }

  void carry(model::rule& rule) const { carry_attached(object_kind::rule, rule); }

  void carry(model::policy& policy) const { carry_attached(object_kind::policy, policy); }

  void carry(model::statistics& statistics) const {
    statistics.name = by_.object(object_kind::statistics, statistics.name);
    statistics.table = by_.relation(statistics.table);
  }

  void carry(model::grant& grant) const {
    using on = model::grant::object_class;
    switch (grant.on) {
    case on::table:
    case on::column:
      grant.object = by_.relation(grant.object);
      columns(grant.object, grant.columns);
      break;
    case on::sequence:
      grant.object = by_.object(object_kind::sequence, grant.object);
      break;
    case on::function:
      grant.object = by_.function(grant.object, grant.parameters);
      break;
    case on::type:
      carry_type_name(grant.object);
      break;
    case on::schema:
      break;
    }
  }

  void carry_checks(model::domain& domain) const {
    for (model::check_constraint& each : domain.checks) {
      each.name = by_.element(object_kind::constraint, domain.name, each.name);
    }
  }

  void carry_names(model::table& table) const {
    const auto rename = [&](object_kind kind, auto& elements) {
      for (auto& each : elements) {
        each.name = by_.element(kind, table.name, each.name);
      }
    };
    if (table.primary_key) {
      std::string& name = table.primary_key->name;
      name = by_.element(object_kind::constraint, table.name, name);
    }
    rename(object_kind::constraint, table.uniques);
    rename(object_kind::constraint, table.checks);
    rename(object_kind::constraint, table.foreign_keys);
    rename(object_kind::constraint, table.exclusions);
    rename(object_kind::index, table.indexes);
    for (model::index& each : table.indexes) {
      each.part_of = by_.element(object_kind::index, table.descent.partition_of, each.part_of);
    }
  }

private:
  void column(const model::qualified_name& table, std::string& name) const {
    name = by_.element(object_kind::column, table, name);
  }

  void columns(const model::qualified_name& table, std::vector<std::string>& names) const {
    for (std::string& each : names) {
      column(table, each);
    }
  }

  void dependencies(std::vector<model::qualified_name>& names) const {
    for (model::qualified_name& each : names) {
      each = by_.relation(each);
    }
  }

  template <typename Attached>
  void carry_attached(object_kind kind, Attached& attached) const {
    attached.table = by_.relation(attached.table);
    attached.name = by_.element(kind, attached.table, attached.name);
    dependencies(attached.depends_on);
  }

  /// A type has one of these kinds, and then no name of the others.
  void carry_type_name(model::qualified_name& name) const {
    for (const object_kind kind : {object_kind::enumeration,
                                   object_kind::domain,
                                   object_kind::composite_type,
                                   object_kind::range_type}) {
      if (const model::qualified_name to = by_.object(kind, name); to != name) {
        name = to;
        return;
      }
    }
  }

  void carry_type(model::data_type& type) const {
    if (type.kind == model::type_kind::enumeration || type.kind == model::type_kind::named) {
      carry_type_name(type.name);
    }
  }

  void carry(model::data_type& type, std::optional<model::default_value>& default_to) const {
    if (type.kind != model::type_kind::enumeration) {
      carry_type(type);
      return;
    }
    type.name = by_.object(object_kind::enumeration, type.name);
    if (default_to && std::holds_alternative<model::literal>(*default_to)) {
      carry(type, std::get<model::literal>(*default_to));
    }
  }

  void carry(const model::data_type& type, model::literal& value) const {
    if (value.of == model::literal::kind::text && type.array_dimensions == 0) {
      value.text = by_.element(object_kind::enum_value, type.name, value.text);
    }
  }

  /// Called while rows and columns still have the same names, old or new.
  void carry_values(const model::table& table, model::reference_rows& rows) const {
    for (std::size_t i = 0; i < rows.columns.size(); ++i) {
      for (const model::column& each : table.columns) {
        if (each.name != rows.columns[i] || each.type.kind != model::type_kind::enumeration) {
          continue;
        }
        for (model::reference_row& row : rows.rows) {
          if (i < row.values.size()) {
            carry(each.type, row.values[i]);
          }
        }
      }
    }
  }

  void carry_own_columns(model::table& table) const {
    const model::qualified_name& name = table.name;
    for (model::column& each : table.columns) {
      column(name, each.name);
    }
    if (table.primary_key) {
      columns(name, table.primary_key->columns);
      columns(name, table.primary_key->include);
    }
    for (model::unique_constraint& each : table.uniques) {
      columns(name, each.columns);
      columns(name, each.include);
    }
    for (model::foreign_key& each : table.foreign_keys) {
      columns(name, each.columns);
    }
    for (model::exclusion_constraint& each : table.exclusions) {
      for (auto& element : each.elements) {
        column(name, element.column);
      }
    }
    for (model::index& each : table.indexes) {
      for (model::index_key& key : each.keys) {
        column(name, key.column);
      }
      columns(name, each.include);
    }
    if (table.rows) {
      columns(name, table.rows->columns);
    }
  }

  const renames& by_;
};

} // namespace

renames::renames(const model::transition& transition) {
  for (const model::rename& each : transition.renames) {
    if (each.kind == object_kind::function && each.parameters) {
      functions_[{each.from, *each.parameters}] = each.to;
    } else if (stands_alone(each.kind)) {
      objects_[{each.kind, each.from}] = each.to;
    } else {
      elements_[{each.kind, each.owner}][each.from.name] = each.to;
    }
  }
}

model::qualified_name renames::object(object_kind kind, const model::qualified_name& name) const {
  const auto found = objects_.find({kind, name});
  return found == objects_.end() ? name : model::qualified_name{name.schema, found->second};
}

model::qualified_name renames::function(const model::qualified_name& name,
                                        const std::string& parameters) const {
  const auto found = functions_.find({name, parameters});
  return found == functions_.end() ? object(object_kind::function, name)
                                   : model::qualified_name{name.schema, found->second};
}

model::qualified_name renames::relation(const model::qualified_name& name) const {
  const model::qualified_name as_table = object(object_kind::table, name);
  return as_table == name ? object(object_kind::view, name) : as_table;
}

std::string renames::element(object_kind kind,
                             const model::qualified_name& owner,
                             const std::string& name) const {
  const auto of_owner = elements_.find({kind, owner});
  if (of_owner == elements_.end()) {
    return name;
  }
  const auto found = of_owner->second.find(name);
  return found == of_owner->second.end() ? name : found->second;
}

bool renames::has_elements(object_kind kind, const model::qualified_name& owner) const {
  return elements_.count({kind, owner}) > 0;
}

void carry_over(model::schema& schema, const renames& by) {
  if (by.empty()) {
    return;
  }
  const carrier all(by);
  for (model::enumeration& each : schema.enumerations) {
    all.carry(each);
  }
  for (model::table& each : schema.tables) {
    all.carry(each);
  }
  for (model::view& each : schema.views) {
    all.carry(each);
  }
  for (model::function& each : schema.functions) {
    all.carry(each);
  }
  for (model::trigger& each : schema.triggers) {
    all.carry(each);
  }
  each_further(schema, [&](auto& list) {
    for (auto& each : list) {
      all.carry(each);
    }
  });
}

void carry_over_resolved(model::schema& schema, const renames& by) {
  if (by.empty()) {
    return;
  }
  carry_over(schema, by);
  const carrier all(by);
  for (model::table& each : schema.tables) {
    all.carry_names(each);
  }
  for (model::domain& each : schema.domains) {
    all.carry_checks(each);
  }
  for (model::view& each : schema.views) {
    for (model::index& of_view : each.indexes) {
      of_view.name = by.element(object_kind::index, each.name, of_view.name);
    }
  }
}

} // namespace strata::codegen
