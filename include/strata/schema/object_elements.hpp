// An object that is made of elements, kept as values.
#pragma once

#include <strata/schema/element.hpp>

#include <boost/hana/basic_tuple.hpp>
#include <boost/hana/unpack.hpp>

namespace strata::detail {

/// `Facts` and the elements, in Hana's tuple for those who count compile time; shows them to
/// whoever does not know their types.
template <typename Facts, typename... Elements>
struct object_of_elements : Facts {
  boost::hana::basic_tuple<Elements...> items;

  constexpr explicit object_of_elements(const Facts& facts, const Elements&... each)
      : Facts(facts), items(each...) {
    this->elements = &show;
  }

protected:
  static constexpr void show(const object_facts& object, element_visitor& visitor) {
    const auto& self = static_cast<const object_of_elements&>(object);
    if constexpr (sizeof...(Elements) == 0) {
      visitor.take({});
    } else {
      boost::hana::unpack(self.items, [&](const Elements&... each) {
        const element* const all[] = {&each...};
        visitor.take({all, sizeof...(Elements)});
      });
    }
  }
};

} // namespace strata::detail
