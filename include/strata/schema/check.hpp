// Check constraints.
#pragma once

#include <strata/schema/constraint.hpp>

namespace strata::detail {

struct check_facts : constraint_facts {
  sql_words expression{};
  bool no_inherit = false;
  bool not_valid = false;
  bool not_enforced = false;
};

/// SQL and the place where it is written.
struct located_sql : sql_words {
  std::source_location where{};

  template <std::size_t N>
  consteval located_sql(const char (&words)[N],
                        std::source_location place = std::source_location::current())
      : sql_words(words), where(place) {}

  consteval located_sql(const sql_words& words,
                        std::source_location place = std::source_location::current())
      : sql_words(words), where(place) {}
};

struct check_declaration : element_with<check_facts>,
                           constraint_options<check_declaration>,
                           database_options<check_declaration> {
  using is_table_element = void;

  /// Tables that inherit from this one do not get it (PostgreSQL).
  consteval check_declaration no_inherit() const {
    auto copy = *this;
    give(copy.facts.no_inherit, true);
    return copy;
  }

  /// Holds for new rows only; existing ones are not looked at (PostgreSQL).
  consteval check_declaration not_valid() const {
    auto copy = *this;
    give(copy.facts.not_valid, true);
    return copy;
  }

  /// Is said and never looked at (PostgreSQL 18).
  consteval check_declaration not_enforced() const {
    auto copy = *this;
    give(copy.facts.not_enforced, true);
    return copy;
  }
};

} // namespace strata::detail

namespace strata::dsl {

consteval detail::check_declaration check(const detail::located_sql& expression) {
  detail::check_declaration result;
  result.kind = detail::element_kind::check;
  result.place = expression.where;
  result.facts.expression = expression;
  return result;
}

} // namespace strata::dsl
