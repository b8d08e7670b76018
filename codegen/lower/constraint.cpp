// Keys, constraints and indexes to the model.
#include "codegen/lower/constraint.hpp"

#include "codegen/lower/counting.hpp"

#include <strata/schema/check.hpp>
#include <strata/schema/exclusion.hpp>
#include <strata/schema/foreign_key.hpp>
#include <strata/schema/index.hpp>
#include <strata/schema/key.hpp>

namespace strata::detail {

namespace {

model::deferral lower_deferral(deferral when) { return static_cast<model::deferral>(when); }

/// What keys have beside columns.
template <typename Result>
void lower_key_facts(const key_facts& facts, Result& result) {
  result.without_overlaps = facts.without_overlaps;
  result.sqlite_keys = lower_text(facts.sqlite_keys);
  result.on_conflict = static_cast<model::conflict_action>(facts.on_conflict);
}

/// What every constraint and index says.
template <typename Result>
void lower_common(const element& each, const constraint_facts& facts, Result& result) {
  result.name = lower_text(each.name);
  result.comment = lower_text(facts.comment);
  result.where = lower_place(each.place);
}

model::referential_action lower_action(referential_action action) {
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

model::index_key lower_key(const index_key& key) {
  model::index_key result;
  result.column = lower_text(key.column);
  result.expression = lower_sql(key.expression);
  result.collation = lower_text(key.collation);
  result.operator_class = lower_text(key.operator_class);
  result.descending = key.descending;
  result.nulls = static_cast<model::nulls_order>(key.nulls);
  result.statistics = lower_number(key.statistics);
  return result;
}

} // namespace

model::primary_key lower_primary_key(const element& each) {
  const auto& facts = facts_of<key_facts>(each);
  const element_lists lists = lists_of<key_facts>(each);
  model::primary_key result;
  lower_common(each, facts, result);
  result.columns = lower_names(lists.names);
  result.include = lower_names(lists.others);
  result.with = lower_text(facts.with);
  result.deferrable = lower_deferral(facts.deferrable);
  lower_key_facts(facts, result);
  return result;
}

model::unique_constraint lower_unique(const element& each) {
  const auto& facts = facts_of<key_facts>(each);
  const element_lists lists = lists_of<key_facts>(each);
  model::unique_constraint result;
  lower_common(each, facts, result);
  result.columns = lower_names(lists.names);
  result.include = lower_names(lists.others);
  result.nulls_not_distinct = facts.nulls_not_distinct;
  result.with = lower_text(facts.with);
  result.deferrable = lower_deferral(facts.deferrable);
  result.as_found = facts.as_found;
  lower_key_facts(facts, result);
  result.only = lower_databases(facts.only);
  return result;
}

model::check_constraint lower_check(const element& each) {
  const auto& facts = facts_of<check_facts>(each);
  model::check_constraint result;
  lower_common(each, facts, result);
  result.expression = lower_sql(facts.expression);
  result.no_inherit = facts.no_inherit;
  result.not_valid = facts.not_valid;
  result.not_enforced = facts.not_enforced;
  result.only = lower_databases(facts.only);
  return result;
}

model::foreign_key lower_foreign_key(const element& each) {
  const auto& facts = facts_of<foreign_key_facts>(each);
  const element_lists lists = lists_of<foreign_key_facts>(each);
  model::foreign_key result;
  lower_common(each, facts, result);
  result.columns = lower_names(lists.names);
  result.period = facts.period;
  result.target = lower_name(facts.target);
  result.target_columns = lower_names(lists.others);
  result.on_delete = lower_action(facts.on_delete);
  result.set_columns = lower_names(lists.set);
  result.on_update = lower_action(facts.on_update);
  result.match = facts.match_full ? model::match_type::full : model::match_type::simple;
  result.deferrable = lower_deferral(facts.deferrable);
  result.not_valid = facts.not_valid;
  result.not_enforced = facts.not_enforced;
  result.as_found = facts.as_found;
  result.only = lower_databases(facts.only);
  return result;
}

model::exclusion_constraint lower_exclusion(const element& each) {
  const auto& facts = facts_of<exclusion_facts>(each);
  model::exclusion_constraint result;
  lower_common(each, facts, result);
  if (!facts.method.empty())
    result.method = lower_text(facts.method);
  const element_lists lists = lists_of<exclusion_facts>(each);
  for (const exclusion_element& part : lists.excluded)
    result.elements.push_back({lower_text(part.column),
                               lower_sql(part.expression),
                               lower_text(part.operator_class),
                               lower_text(part.operator_)});
  result.include = lower_names(lists.others);
  result.predicate = lower_sql(facts.predicate);
  result.with = lower_text(facts.with);
  result.deferrable = lower_deferral(facts.deferrable);
  result.only = lower_databases(facts.only);
  return result;
}

model::index lower_index(const element& each) {
  const auto& facts = facts_of<index_facts>(each);
  const element_lists lists = lists_of<index_facts>(each);
  model::index result;
  lower_common(each, facts, result);
  for (const index_key& key : lists.keys)
    result.keys.push_back(lower_key(key));
  result.unique = facts.unique;
  result.nulls_not_distinct = facts.nulls_not_distinct;
  result.method = lower_text(facts.method);
  result.include = lower_names(lists.others);
  result.predicate = lower_sql(facts.predicate);
  result.with = lower_text(facts.with);
  result.part_of = lower_text(facts.part_of);
  result.only_parent = facts.only_parent;
  result.only = lower_databases(facts.only);
  return result;
}

} // namespace strata::detail
