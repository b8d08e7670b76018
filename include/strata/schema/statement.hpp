// The user's own SQL before and after a version's changes, and what is said of a version as a
// whole.
#pragma once

#include <strata/schema/accept.hpp>
#include <strata/schema/check.hpp>

namespace strata::detail {

struct statement_facts {
  bool after = false;
  sql_words up{};
  sql_words down{};
  bool compatible = false;
  bool outside_transaction = false;
  sql_words done_when{};
};

struct statement_declaration : element_with<statement_facts> {
  using is_transition_entry = void;

  /// What undoes it.
  consteval statement_declaration down(const sql_words& statement) const {
    auto copy = *this;
    give(copy.facts.down, statement);
    return copy;
  }

  /// Programs made for the version before survive it.
  consteval statement_declaration compatible() const {
    auto copy = *this;
    give(copy.facts.compatible, true);
    return copy;
  }

  /// Cannot run in a transaction; needs `.done_when(…)`.
  consteval statement_declaration outside_transaction() const {
    auto copy = *this;
    give(copy.facts.outside_transaction, true);
    return copy;
  }

  /// A SELECT that yields true once the statement has been carried out.
  consteval statement_declaration done_when(const sql_words& query) const {
    auto copy = *this;
    give(copy.facts.done_when, query);
    return copy;
  }
};

struct irreversible_declaration : element_with<text_ref> {
  using is_transition_entry = void;
};

struct fast_declaration : element {
  using is_transition_entry = void;
};

} // namespace strata::detail

namespace strata::dsl {

/// SQL to run before the version's changes.
consteval auto before(const detail::located_sql& statement) {
  return detail::statement_declaration{
      {{detail::element_kind::statement, statement.where}, {false, statement}}};
}

/// SQL to run after the version's changes.
consteval auto after(const detail::located_sql& statement) {
  return detail::statement_declaration{
      {{detail::element_kind::statement, statement.where}, {true, statement}}};
}

/// There is no way back from this version.
consteval auto irreversible(const detail::located_text& why) {
  return detail::irreversible_declaration{{{detail::element_kind::irreversible, why.where}, {why}}};
}

/// One plain transaction, which may block: for databases with a maintenance window.
consteval auto fast(std::source_location place = std::source_location::current()) {
  return detail::fast_declaration{{detail::element_kind::fast, place}};
}

} // namespace strata::dsl
