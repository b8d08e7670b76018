// Foreign keys.
#pragma once

#include <strata/schema/constraint.hpp>
#include <strata/schema/table_facts.hpp>

namespace strata::detail {

enum class referential_action { unsaid, no_action, restrict_, cascade, set_null, set_default };

struct foreign_key_facts : constraint_facts {
  object_name target{};
  referential_action on_delete = referential_action::unsaid;
  referential_action on_update = referential_action::unsaid;
  bool match_full = false;
  bool not_valid = false;
  bool not_enforced = false;
  bool period = false;
};

template <std::size_t Columns, std::size_t Referenced = 0, std::size_t Set = 0>
struct foreign_key_declaration
    : element_with_lists<foreign_key_facts>,
      constraint_options<foreign_key_declaration<Columns, Referenced, Set>>,
      database_options<foreign_key_declaration<Columns, Referenced, Set>>,
      deferral_options<foreign_key_declaration<Columns, Referenced, Set>>,
      found_options<foreign_key_declaration<Columns, Referenced, Set>> {
  using is_table_element = void;
  column_names<Columns> columns{};
  column_names<Referenced> referenced{};
  column_names<Set> set{};

  /// The table that has the rows: by value, whose columns are checked here, or by name. Without
  /// columns its primary key is meant.
  template <typename... Names>
  consteval auto references(const table_facts& target, const Names&... names) const {
    const foreign_key_declaration<Columns, sizeof...(Names), Set> result =
        referring(target, names...);
    for (const text_ref& each : result.referenced)
      if (!has_column(target, each))
        S027_foreign_key_references_an_unknown_column();
    return result;
  }

  template <typename... Names>
  consteval auto references(const object_name& target, const Names&... names) const {
    return referring(target, names...);
  }

  consteval auto on_delete(referential_action action) const {
    auto copy = *this;
    give(copy.facts.on_delete, action);
    return copy;
  }

  /// `on_delete(set_null, "b")` sets these columns alone (PostgreSQL 15).
  template <typename... Names>
  consteval auto
  on_delete(referential_action action, const name_text& first, const Names&... more) const {
    foreign_key_declaration<Columns, Referenced, 1 + sizeof...(Names)> result;
    static_cast<element_with<foreign_key_facts>&>(result) = *this;
    give(result.facts.on_delete, action);
    result.lists = &result.show;
    result.columns = columns;
    result.referenced = referenced;
    result.set = {first, name_of(more)...};
    return result;
  }

  consteval auto on_update(referential_action action) const {
    auto copy = *this;
    give(copy.facts.on_update, action);
    return copy;
  }

  /// All columns are null or none is.
  consteval auto match_full() const {
    auto copy = *this;
    give(copy.facts.match_full, true);
    return copy;
  }

  /// Holds for new rows only; existing ones are not looked at (PostgreSQL).
  consteval auto not_valid() const {
    auto copy = *this;
    give(copy.facts.not_valid, true);
    return copy;
  }

  /// Is said and never looked at (PostgreSQL 18).
  consteval auto not_enforced() const {
    auto copy = *this;
    give(copy.facts.not_enforced, true);
    return copy;
  }

  /// The last column is a range: rows of the table referenced, which has a key without overlaps,
  /// must cover it together (PostgreSQL 18).
  consteval auto period() const {
    auto copy = *this;
    give(copy.facts.period, true);
    return copy;
  }

  static constexpr element_lists show(const element& each) {
    const auto& self = static_cast<const foreign_key_declaration&>(each);
    return {list_of(self.columns), list_of(self.referenced), list_of(self.set)};
  }

private:
  template <typename... Names>
  consteval auto referring(const object_name& target, const Names&... names) const {
    if (!facts.target.name.empty())
      S005_option_given_twice();
    if (sizeof...(Names) > 0 && sizeof...(Names) != Columns)
      S028_foreign_key_references_another_number_of_columns();
    foreign_key_declaration<Columns, sizeof...(Names), Set> result;
    static_cast<element_with<foreign_key_facts>&>(result) = *this;
    result.lists = &result.show;
    result.facts.target = target;
    result.columns = columns;
    result.set = set;
    result.referenced = {name_of(names)...};
    return result;
  }
};

} // namespace strata::detail

namespace strata::dsl {

inline constexpr auto no_action = detail::referential_action::no_action;
inline constexpr auto restrict_ = detail::referential_action::restrict_;
inline constexpr auto cascade = detail::referential_action::cascade;
inline constexpr auto set_null = detail::referential_action::set_null;
inline constexpr auto set_default = detail::referential_action::set_default;

template <typename... Names>
consteval auto foreign_key(const detail::located_name& first, const Names&... more) {
  detail::foreign_key_declaration<1 + sizeof...(Names)> result;
  result.kind = detail::element_kind::foreign_key;
  result.place = first.where;
  result.lists = &result.show;
  result.columns = detail::names_of(first, more...);
  return result;
}

} // namespace strata::dsl
