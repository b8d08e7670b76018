// What a version says about the way from its predecessor that a diff cannot know.
#pragma once

#include <strata/schema/object_elements.hpp>
#include <strata/schema/transition_rules.hpp>

namespace strata::detail {

template <TransitionEntry... Entries>
struct transition_declaration : object_of_elements<object_facts, Entries...> {
  constexpr explicit transition_declaration(const object_facts& facts, const Entries&... each)
      : object_of_elements<object_facts, Entries...>(facts, each...) {
    if constexpr (sizeof...(Entries) > 0) {
      const element* const all[] = {&each...};
      check_transition(all);
    }
  }
};

} // namespace strata::detail

namespace strata::dsl {

/// Belongs to one version and is not carried on; an entry that matches no change is an error.
template <detail::TransitionEntry... Entries>
consteval auto transition(const Entries&... entries) {
  detail::object_facts facts;
  facts.kind = detail::object_kind::transition;
  return detail::transition_declaration<Entries...>(facts, entries...);
}

} // namespace strata::dsl
