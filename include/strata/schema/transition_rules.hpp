// The rules that a transition's entries can break.
#pragma once

#include <strata/schema/accept.hpp>
#include <strata/schema/backfill.hpp>
#include <strata/schema/drop.hpp>
#include <strata/schema/rename.hpp>
#include <strata/schema/statement.hpp>

namespace strata::detail {

constexpr void check_statement(const statement_facts& statement) {
  if (statement.outside_transaction && statement.done_when.empty())
    S062_statement_outside_a_transaction_without_done_when();
}

constexpr void check_acceptance(const acceptance_facts& acceptance) {
  if (acceptance.because.empty())
    S060_reason_is_missing();
}

template <std::size_t N>
constexpr void check_transition(const element* const (&entries)[N]) {
  int irreversible = 0;
  int fast = 0;
  for (const element* each : entries) {
    switch (each->kind) {
    case element_kind::rename:
      check_rename(facts_of<rename_facts>(*each));
      break;
    case element_kind::drop:
      check_drop(facts_of<drop_facts>(*each));
      break;
    case element_kind::acceptance:
      check_acceptance(facts_of<acceptance_facts>(*each));
      break;
    case element_kind::statement:
      check_statement(facts_of<statement_facts>(*each));
      break;
    case element_kind::irreversible:
      ++irreversible;
      break;
    case element_kind::fast:
      ++fast;
      break;
    default:
      break;
    }
  }
  if (irreversible > 1 || fast > 1)
    S005_option_given_twice();
}

} // namespace strata::detail
