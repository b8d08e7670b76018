// Acknowledged drops of a transition.
#pragma once

#include <strata/schema/change.hpp>

namespace strata::detail {

struct drop_facts {
  changed_kind of = changed_kind::table;
  object_name owner{};
  object_name name{};
  text_ref because{};
  sql_words down_value{};
};

struct drop_declaration : element_with<drop_facts> {
  using is_transition_entry = void;

  consteval drop_declaration because(some_text reason) const {
    auto copy = *this;
    give(copy.facts.because, reason);
    return copy;
  }

  /// What fills the column again on the way down.
  consteval drop_declaration down(const sql_words& value) const {
    auto copy = *this;
    if (copy.facts.of != changed_kind::column)
      S061_down_value_on_something_that_is_no_column();
    give(copy.facts.down_value, value);
    return copy;
  }
};

constexpr void check_drop(const drop_facts& drop) {
  if (drop.because.empty())
    S060_reason_is_missing();
}

consteval drop_declaration drop_of(changed_kind of, const located_object& name) {
  return {{{element_kind::drop, name.where}, {of, {}, name}}};
}

consteval drop_declaration
drop_within(changed_kind of, const located_object& owner, name_text name) {
  return {{{element_kind::drop, owner.where}, {of, owner, object_name({}, name)}}};
}

} // namespace strata::detail

namespace strata::dsl {

consteval auto drop_table(const detail::located_object& name) {
  return detail::drop_of(detail::changed_kind::table, name);
}

consteval auto drop_view(const detail::located_object& name) {
  return detail::drop_of(detail::changed_kind::view, name);
}

/// A function or procedure.
consteval auto drop_function(const detail::located_object& name) {
  return detail::drop_of(detail::changed_kind::function, name);
}

consteval auto drop_enumeration(const detail::located_object& name) {
  return detail::drop_of(detail::changed_kind::enumeration, name);
}

consteval auto drop_extension(const detail::located_object& name) {
  return detail::drop_of(detail::changed_kind::extension, name);
}

consteval auto drop_schema(const detail::located_object& name) {
  return detail::drop_of(detail::changed_kind::schema, name);
}

consteval auto drop_column(const detail::located_object& table, detail::name_text column) {
  return detail::drop_within(detail::changed_kind::column, table, column);
}

consteval auto drop_constraint(const detail::located_object& table, detail::name_text constraint) {
  return detail::drop_within(detail::changed_kind::constraint, table, constraint);
}

consteval auto drop_index(const detail::located_object& table, detail::name_text index) {
  return detail::drop_within(detail::changed_kind::index, table, index);
}

consteval auto drop_trigger(const detail::located_object& table, detail::name_text trigger) {
  return detail::drop_within(detail::changed_kind::trigger, table, trigger);
}

consteval auto drop_enum_value(const detail::located_object& enumeration, detail::name_text value) {
  return detail::drop_within(detail::changed_kind::enum_value, enumeration, value);
}

consteval auto drop_sequence(const detail::located_object& name) {
  return detail::drop_of(detail::changed_kind::sequence, name);
}

consteval auto drop_domain(const detail::located_object& name) {
  return detail::drop_of(detail::changed_kind::domain, name);
}

consteval auto drop_composite_type(const detail::located_object& name) {
  return detail::drop_of(detail::changed_kind::composite_type, name);
}

consteval auto drop_range_type(const detail::located_object& name) {
  return detail::drop_of(detail::changed_kind::range_type, name);
}

consteval auto drop_statistics(const detail::located_object& name) {
  return detail::drop_of(detail::changed_kind::statistics, name);
}

consteval auto drop_attribute(const detail::located_object& type, detail::name_text attribute) {
  return detail::drop_within(detail::changed_kind::attribute, type, attribute);
}

consteval auto drop_rule(const detail::located_object& table, detail::name_text rule) {
  return detail::drop_within(detail::changed_kind::rule, table, rule);
}

consteval auto drop_policy(const detail::located_object& table, detail::name_text policy) {
  return detail::drop_within(detail::changed_kind::policy, table, policy);
}

/// A privilege on an object, and who has it: `drop_grant(orders, "SELECT to clerk")`.
consteval auto drop_grant(const detail::located_object& object, detail::name_text privilege) {
  return detail::drop_within(detail::changed_kind::grant, object, privilege);
}

} // namespace strata::dsl
