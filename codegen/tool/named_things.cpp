// The order is that in which a path is looked up: what is renamed most stands first.
#include "codegen/tool/named_things.hpp"

#include "codegen/compose/default_names.hpp"
#include "codegen/compose/lookup.hpp"
#include "codegen/diff/difference.hpp"

namespace strata::codegen {
namespace {

using model::object_kind;

class collector {
public:
  std::vector<named_thing> collect(const model::schema& schema) {
    for (const model::table& each : schema.tables) {
      add_table(each);
      if (!each.descent.partition_of.name.empty())
        add_inherited(each, with_parents_elements(schema, each));
    }
    for (const model::view& each : schema.views) {
      add(object_kind::view, each.name);
      add_all(object_kind::index, each.name, each.indexes);
    }
    for (const model::enumeration& each : schema.enumerations) {
      add(object_kind::enumeration, each.name);
      for (const std::string& value : each.values)
        all_.push_back({object_kind::enum_value, each.name, {{}, value}});
    }
    for (const model::composite_type& each : schema.composite_types) {
      add(object_kind::composite_type, each.name);
      add_all(object_kind::attribute, each.name, each.attributes);
    }
    for (const model::domain& each : schema.domains) {
      add(object_kind::domain, each.name);
      add_all(object_kind::constraint, each.name, each.checks);
    }
    add_names(object_kind::range_type, schema.range_types);
    for (const model::function& each : schema.functions)
      all_.push_back({object_kind::function, {}, each.name, false, each.parameters});
    add_names(object_kind::sequence, schema.sequences);
    add_names(object_kind::statistics, schema.statistics_objects);
    add_attached(object_kind::trigger, schema.triggers);
    add_attached(object_kind::policy, schema.policies);
    add_attached(object_kind::rule, schema.rules);
    return std::move(all_);
  }

private:
  void add(object_kind kind, const model::qualified_name& name) {
    all_.push_back({kind, {}, name});
  }

  template <typename Elements>
  void add_all(object_kind kind, const model::qualified_name& owner, const Elements& elements) {
    for (const auto& each : elements)
      all_.push_back({kind, owner, {{}, each.name}});
  }

  template <typename Objects>
  void add_names(object_kind kind, const Objects& objects) {
    for (const auto& each : objects)
      add(kind, each.name);
  }

  template <typename Objects>
  void add_attached(object_kind kind, const Objects& objects) {
    for (const auto& each : objects)
      all_.push_back({kind, each.table, {{}, each.name}});
  }

  /// What a partition has of its parent: that decides what it is called.
  void add_inherited(const model::table& own, const model::table& whole) {
    const auto add_missing = [&](object_kind kind, const auto& all, const auto& declared) {
      for (const auto& each : all) {
        if (find_named(declared, each.name) == nullptr &&
            find_named(own.indexes, each.name) == nullptr)
          all_.push_back({kind, own.name, {{}, each.name}, true});
      }
    };
    if (whole.primary_key && !own.primary_key &&
        find_named(own.indexes, whole.primary_key->name) == nullptr)
      all_.push_back({object_kind::constraint, own.name, {{}, whole.primary_key->name}, true});
    add_missing(object_kind::constraint, whole.uniques, own.uniques);
    add_missing(object_kind::constraint, whole.checks, own.checks);
    add_missing(object_kind::constraint, whole.foreign_keys, own.foreign_keys);
    add_missing(object_kind::index, whole.indexes, own.indexes);
  }

  void add_table(const model::table& table) {
    add(object_kind::table, table.name);
    add_all(object_kind::column, table.name, table.columns);
    if (table.primary_key)
      all_.push_back({object_kind::constraint, table.name, {{}, table.primary_key->name}});
    add_all(object_kind::constraint, table.name, table.uniques);
    add_all(object_kind::constraint, table.name, table.checks);
    add_all(object_kind::constraint, table.name, table.foreign_keys);
    add_all(object_kind::constraint, table.name, table.exclusions);
    add_all(object_kind::index, table.name, table.indexes);
    for (const model::column& each : table.columns) {
      if (!each.identity)
        continue;
      const std::string& given = each.identity->sequence;
      const std::string name = given.empty() ? identity_sequence_name(table, each) : given;
      all_.push_back({object_kind::sequence, {}, {table.name.schema, name}, true});
    }
  }

  std::vector<named_thing> all_;
};

} // namespace

std::vector<named_thing> named_things(const model::schema& schema) {
  return collector().collect(schema);
}

std::string_view word_of(object_kind kind) {
  switch (kind) {
  case object_kind::schema:
    return "schema";
  case object_kind::extension:
    return "extension";
  case object_kind::enumeration:
  case object_kind::composite_type:
  case object_kind::range_type:
    return "type";
  case object_kind::enum_value:
    return "value";
  case object_kind::table:
    return "table";
  case object_kind::column:
    return "column";
  case object_kind::constraint:
    return "constraint";
  case object_kind::index:
    return "index";
  case object_kind::view:
    return "view";
  case object_kind::function:
    return "function";
  case object_kind::trigger:
    return "trigger";
  case object_kind::reference_row:
    return "row";
  case object_kind::sequence:
    return "sequence";
  case object_kind::domain:
    return "domain";
  case object_kind::attribute:
    return "attribute";
  case object_kind::rule:
    return "rule";
  case object_kind::policy:
    return "policy";
  case object_kind::statistics:
    return "statistics";
  case object_kind::grant:
    return "grant";
  }
  return "";
}

} // namespace strata::codegen
