// An object that is made of elements, kept as values.
#pragma once

#include <strata/schema/element.hpp>

#include <boost/hana/basic_tuple.hpp>
#include <boost/hana/unpack.hpp>

namespace strata::detail {

/// Hands elements on without their types. A class of its own, since a lambda would be one for each
/// table.
struct show_elements {
  element_visitor& visitor;

  template <typename... Elements>
  constexpr void operator()(const Elements&... each) const {
    const element* const all[] = {&each...};
    visitor.take({all, sizeof...(Elements)});
  }

  constexpr void operator()() const { visitor.take({}); }
};

/// `Facts` and the elements, in Hana's tuple for those who count compile time. An aggregate, since
/// each constructor would be instantiated for each table.
template <typename Facts, typename... Elements>
struct object_of_elements : Facts {
  boost::hana::basic_tuple<Elements...> items;

  static constexpr void show(const object_facts& object, element_visitor& visitor) {
    boost::hana::unpack(static_cast<const object_of_elements&>(object).items,
                        show_elements{visitor});
  }
};

} // namespace strata::detail
