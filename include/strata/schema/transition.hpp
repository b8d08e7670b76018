// What a version says about the way from its predecessor that a diff cannot know.
#pragma once

#include <strata/schema/object_elements.hpp>
#include <strata/schema/transition_rules.hpp>

namespace strata::detail {

template <typename... Entries>
using transition_declaration = object_of_elements<object_facts, Entries...>;

} // namespace strata::detail

namespace strata::dsl {

/// Belongs to one version and is not carried on; an entry that matches no change is an error.
template <detail::TransitionEntry... Entries>
consteval auto transition(const Entries&... entries) {
  using declaration = detail::transition_declaration<Entries...>;
  if constexpr (sizeof...(Entries) > 0) {
    const detail::element* const all[] = {&entries...};
    detail::check_transition(all);
  }
  detail::object_facts facts;
  facts.kind = detail::object_kind::transition;
  facts.elements = &declaration::show;
  return declaration{facts, boost::hana::basic_tuple<Entries...>(entries...)};
}

} // namespace strata::dsl
