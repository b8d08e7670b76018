// Renames of a transition.
#pragma once

#include <strata/schema/change.hpp>

namespace strata::detail {

struct rename_facts {
  changed_kind of = changed_kind::table;
  object_name owner{}; ///< The table or enumeration that holds it, by its new name.
  object_name from{};
  text_ref to{};
  text_ref because{};
};

struct rename_declaration : element_with<rename_facts> {
  using is_transition_entry = void;

  consteval rename_declaration because(some_text reason) const {
    auto copy = *this;
    give(copy.facts.because, reason);
    return copy;
  }
};

constexpr void check_rename(const rename_facts& rename) {
  if (rename.because.empty())
    S060_reason_is_missing();
  if (rename.from.name == rename.to)
    S063_rename_to_the_same_name();
}

consteval rename_declaration rename_of(changed_kind of, const located_object& from, name_text to) {
  return {{{element_kind::rename, from.where}, {of, {}, from, to}}};
}

consteval rename_declaration
rename_within(changed_kind of, const located_object& owner, name_text from, name_text to) {
  return {{{element_kind::rename, owner.where}, {of, owner, object_name({}, from), to}}};
}

} // namespace strata::detail

namespace strata::dsl {

consteval auto rename_table(const detail::located_object& from, detail::name_text to) {
  return detail::rename_of(detail::changed_kind::table, from, to);
}

consteval auto rename_view(const detail::located_object& from, detail::name_text to) {
  return detail::rename_of(detail::changed_kind::view, from, to);
}

consteval auto rename_enumeration(const detail::located_object& from, detail::name_text to) {
  return detail::rename_of(detail::changed_kind::enumeration, from, to);
}

/// The table by the new version's name.
consteval auto
rename_column(const detail::located_object& table, detail::name_text from, detail::name_text to) {
  return detail::rename_within(detail::changed_kind::column, table, from, to);
}

consteval auto rename_constraint(const detail::located_object& table,
                                 detail::name_text from,
                                 detail::name_text to) {
  return detail::rename_within(detail::changed_kind::constraint, table, from, to);
}

consteval auto
rename_index(const detail::located_object& table, detail::name_text from, detail::name_text to) {
  return detail::rename_within(detail::changed_kind::index, table, from, to);
}

consteval auto
rename_trigger(const detail::located_object& table, detail::name_text from, detail::name_text to) {
  return detail::rename_within(detail::changed_kind::trigger, table, from, to);
}

consteval auto rename_enum_value(const detail::located_object& enumeration,
                                 detail::name_text from,
                                 detail::name_text to) {
  return detail::rename_within(detail::changed_kind::enum_value, enumeration, from, to);
}

consteval auto rename_function(const detail::located_object& from, detail::name_text to) {
  return detail::rename_of(detail::changed_kind::function, from, to);
}

consteval auto rename_sequence(const detail::located_object& from, detail::name_text to) {
  return detail::rename_of(detail::changed_kind::sequence, from, to);
}

consteval auto rename_domain(const detail::located_object& from, detail::name_text to) {
  return detail::rename_of(detail::changed_kind::domain, from, to);
}

consteval auto rename_composite_type(const detail::located_object& from, detail::name_text to) {
  return detail::rename_of(detail::changed_kind::composite_type, from, to);
}

consteval auto rename_range_type(const detail::located_object& from, detail::name_text to) {
  return detail::rename_of(detail::changed_kind::range_type, from, to);
}

consteval auto rename_statistics(const detail::located_object& from, detail::name_text to) {
  return detail::rename_of(detail::changed_kind::statistics, from, to);
}

consteval auto
rename_attribute(const detail::located_object& type, detail::name_text from, detail::name_text to) {
  return detail::rename_within(detail::changed_kind::attribute, type, from, to);
}

consteval auto
rename_rule(const detail::located_object& table, detail::name_text from, detail::name_text to) {
  return detail::rename_within(detail::changed_kind::rule, table, from, to);
}

consteval auto
rename_policy(const detail::located_object& table, detail::name_text from, detail::name_text to) {
  return detail::rename_within(detail::changed_kind::policy, table, from, to);
}

} // namespace strata::dsl
