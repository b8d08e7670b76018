// Domains (PostgreSQL).
#pragma once

#include <strata/schema/check.hpp>
#include <strata/schema/literal_rules.hpp>
#include <strata/schema/object_elements.hpp>
#include <strata/schema/object_options.hpp>

namespace strata::detail {

struct domain_facts : object_facts {
  object_options options{};
  named_type type{};
  bool not_null = false;
  default_value default_to{};
  sql_words default_sql{};
  text_ref collation{};
};

template <typename... Checks>
struct domain_declaration : object_of_elements<domain_facts, Checks...>,
                            options_of_object<domain_declaration<Checks...>> {
  /// Unlike a column's, a domain's values may be null unless it says this.
  consteval domain_declaration not_null() const {
    auto copy = *this;
    give(copy.domain_facts::not_null, true);
    return copy;
  }

  /// For columns that have no default of their own.
  consteval domain_declaration default_(const default_value& value) const {
    auto copy = defaulted(value.of);
    if (!fits(value, this->type.type, this->type.values))
      S014_default_does_not_fit_the_column_type();
    copy.default_to = value;
    return copy;
  }

  template <std::same_as<sql_words> Sql>
  consteval domain_declaration default_(const Sql& value) const {
    auto copy = defaulted(value_kind::sql);
    copy.default_sql = value;
    return copy;
  }

  consteval domain_declaration collate(name_text collation_name) const {
    auto copy = *this;
    give(copy.collation, collation_name);
    return copy;
  }

  /// As a column's type.
  consteval operator named_type() const { return {{type_kind::named}, object_name(*this)}; }

private:
  consteval domain_declaration defaulted(value_kind of) const {
    auto copy = *this;
    give(copy.default_to.of, of);
    return copy;
  }
};

template <typename... Checks>
consteval auto
domain_of(const located_name& name, const named_type& type, const Checks&... checks) {
  domain_declaration<Checks...> result{{{}, boost::hana::basic_tuple<Checks...>(checks...)}, {}};
  result.kind = object_kind::domain;
  result.name = name;
  result.where = name.where;
  result.type = type;
  result.elements = &result.show;
  return result;
}

} // namespace strata::detail

namespace strata::dsl {

/// `domain("email", text, check("VALUE ~ '@'"))`: a type with rules; `VALUE` is the value.
template <std::same_as<detail::check_declaration>... Checks>
consteval auto
domain(const detail::located_name& name, const detail::column_type& type, const Checks&... checks) {
  return detail::domain_of(name, detail::named_type{type}, checks...);
}

template <std::same_as<detail::check_declaration>... Checks>
consteval auto
domain(const detail::located_name& name, const detail::named_type& type, const Checks&... checks) {
  return detail::domain_of(name, type, checks...);
}

} // namespace strata::dsl
