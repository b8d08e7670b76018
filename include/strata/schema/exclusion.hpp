// Exclusion constraints (PostgreSQL).
#pragma once

#include <strata/schema/constraint.hpp>

namespace strata::detail {

struct exclusion_element {
  text_ref column{};
  sql_words expression{};
  text_ref operator_class{};
  text_ref operator_{};
};

/// One element under declaration: `with_operator("room", "=")`.
struct excluded_declaration {
  exclusion_element part{};
  std::source_location where{};

  consteval excluded_declaration opclass(some_text name) const {
    auto copy = *this;
    give(copy.part.operator_class, name);
    return copy;
  }
};

struct exclusion_facts : constraint_facts {
  text_ref method{};
  sql_words predicate{};
  text_ref with{};
};

template <std::size_t Elements, std::size_t Included = 0>
struct exclusion_declaration : element_with_lists<exclusion_facts>,
                               constraint_options<exclusion_declaration<Elements, Included>>,
                               database_options<exclusion_declaration<Elements, Included>>,
                               deferral_options<exclusion_declaration<Elements, Included>>,
                               storage_options<exclusion_declaration<Elements, Included>> {
  using is_table_element = void;
  std::array<exclusion_element, Elements> parts{};
  column_names<Included> included{};

  /// Columns that the constraint's index holds besides.
  template <typename... Names>
  consteval auto include(const Names&... names) const {
    if (Included > 0)
      S005_option_given_twice();
    exclusion_declaration<Elements, sizeof...(Names)> result;
    static_cast<element_with<exclusion_facts>&>(result) = *this;
    result.lists = &result.show;
    result.parts = parts;
    result.included = {name_of(names)...};
    return result;
  }

  /// The rows that it concerns.
  consteval auto where(const sql_words& condition) const {
    auto copy = *this;
    give(copy.facts.predicate, condition);
    return copy;
  }

  /// `gist` where nothing is said.
  consteval auto using_method(name_text method) const {
    auto copy = *this;
    give(copy.facts.method, method);
    return copy;
  }

  static constexpr element_lists show(const element& each) {
    const auto& self = static_cast<const exclusion_declaration&>(each);
    element_lists lists;
    lists.others = list_of(self.included);
    lists.excluded = list_of(self.parts);
    return lists;
  }
};

consteval exclusion_element part_of(const excluded_declaration& declaration) {
  return declaration.part;
}

} // namespace strata::detail

namespace strata::dsl {

/// A column and the operator that may not hold between two rows: `with_operator("during", "&&")`.
consteval detail::excluded_declaration with_operator(const detail::located_name& column,
                                                     detail::some_text operator_) {
  return {{column, {}, {}, operator_}, column.where};
}

/// An expression and its operator: `with_operator(sql("lower(name)"), "=")`.
template <std::same_as<detail::sql_words> Sql>
consteval detail::excluded_declaration
with_operator(const Sql& expression,
              detail::some_text operator_,
              std::source_location place = std::source_location::current()) {
  return {{{}, expression, {}, operator_}, place};
}

template <typename... Parts>
consteval auto exclude(const detail::excluded_declaration& first, const Parts&... more) {
  detail::exclusion_declaration<1 + sizeof...(Parts)> result;
  result.kind = detail::element_kind::exclusion;
  result.place = first.where;
  result.lists = &result.show;
  result.parts = {first.part, detail::part_of(more)...};
  return result;
}

} // namespace strata::dsl
