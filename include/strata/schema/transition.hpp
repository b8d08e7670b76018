// What a version says about the way from its predecessor that a diff cannot know.
#pragma once

#include <strata/schema/transition_entries.hpp>

#include <boost/hana/tuple.hpp>
#include <boost/hana/unpack.hpp>

namespace strata::detail {

template <TransitionEntry... Entries>
struct transition_declaration : object_facts {
  boost::hana::tuple<Entries...> items;

  constexpr explicit transition_declaration(const boost::hana::tuple<Entries...>& each)
      : items(each) {
    kind = object_kind::transition;
    elements = &show;
    transition_check check;
    show(*this, check);
  }

private:
  static constexpr void show(const object_facts& object, element_visitor& visitor) {
    const auto& self = static_cast<const transition_declaration&>(object);
    boost::hana::unpack(self.items, [&](const Entries&... each) {
      if constexpr (sizeof...(Entries) == 0) {
        visitor.take({});
      } else {
        const element_view views[] = {view_of(each)...};
        visitor.take({views, sizeof...(Entries)});
      }
    });
  }
};

} // namespace strata::detail

namespace strata::dsl {

template <detail::TransitionEntry... Entries>
consteval auto transition(const Entries&... entries) {
  return detail::transition_declaration<Entries...>({entries...});
}

} // namespace strata::dsl
