// Keys, constraints and indexes to the model.
#pragma once

#include <strata/lower/text.hpp>
#include <strata/schema/check.hpp>
#include <strata/schema/foreign_key.hpp>
#include <strata/schema/index.hpp>
#include <strata/schema/unique.hpp>

namespace strata::detail {

inline model::deferral lower_deferral(deferral when) { return static_cast<model::deferral>(when); }

inline model::primary_key lower_primary_key(const element_view& element) {
  const auto& facts = element.as<constraint_facts>();
  model::primary_key result;
  result.name = lower_text(facts.name);
  result.columns = lower_names(element.names);
  result.include = lower_names(element.others);
  result.deferrable = lower_deferral(facts.deferrable);
  result.comment = lower_text(facts.comment);
  result.where = lower_place(facts.where);
  return result;
}

inline model::unique_constraint lower_unique(const element_view& element) {
  const auto& facts = element.as<unique_facts>();
  model::unique_constraint result;
  result.name = lower_text(facts.name);
  result.columns = lower_names(element.names);
  result.include = lower_names(element.others);
  result.nulls_not_distinct = facts.nulls_not_distinct;
  result.deferrable = lower_deferral(facts.deferrable);
  result.only = lower_databases(facts.only);
  result.comment = lower_text(facts.comment);
  result.where = lower_place(facts.where);
  return result;
}

inline model::check_constraint lower_check(const check_facts& facts) {
  model::check_constraint result;
  result.name = lower_text(facts.name);
  result.expression = lower_sql(facts.expression);
  result.no_inherit = facts.no_inherit;
  result.not_valid = facts.not_valid;
  result.only = lower_databases(facts.only);
  result.comment = lower_text(facts.comment);
  result.where = lower_place(facts.where);
  return result;
}

inline model::referential_action lower_action(referential_action action) {
  switch (action) {
  case referential_action::restrict_:
    return model::referential_action::restrict_;
  case referential_action::cascade:
    return model::referential_action::cascade;
  case referential_action::set_null:
    return model::referential_action::set_null;
  case referential_action::set_default:
    return model::referential_action::set_default;
  case referential_action::unsaid:
  case referential_action::no_action:
    break;
  }
  return model::referential_action::no_action;
}

inline model::foreign_key lower_foreign_key(const element_view& element) {
  const auto& facts = element.as<foreign_key_facts>();
  model::foreign_key result;
  result.name = lower_text(facts.name);
  result.columns = lower_names(element.names);
  result.target = lower_name(facts.target);
  result.target_columns = lower_names(element.others);
  result.on_delete = lower_action(facts.on_delete);
  result.on_update = lower_action(facts.on_update);
  result.match = facts.match_full ? model::match_type::full : model::match_type::simple;
  result.deferrable = lower_deferral(facts.deferrable);
  result.not_valid = facts.not_valid;
  result.only = lower_databases(facts.only);
  result.comment = lower_text(facts.comment);
  result.where = lower_place(facts.where);
  return result;
}

inline model::index_key lower_key(const index_key& key) {
  model::index_key result;
  result.column = lower_text(key.column);
  result.expression = lower_sql(key.expression);
  result.collation = lower_text(key.collation);
  result.operator_class = lower_text(key.operator_class);
  result.descending = key.descending;
  result.nulls = static_cast<model::nulls_order>(key.nulls);
  return result;
}

inline model::index lower_index(const element_view& element) {
  const auto& facts = element.as<index_facts>();
  model::index result;
  result.name = lower_text(facts.name);
  for (const index_key& key : element.keys)
    result.keys.push_back(lower_key(key));
  result.unique = facts.unique;
  result.nulls_not_distinct = facts.nulls_not_distinct;
  result.method = lower_text(facts.method);
  result.include = lower_names(element.others);
  result.predicate = lower_sql(facts.predicate);
  result.with = lower_text(facts.with);
  result.only = lower_databases(facts.only);
  result.comment = lower_text(facts.comment);
  result.where = lower_place(facts.where);
  return result;
}

} // namespace strata::detail
