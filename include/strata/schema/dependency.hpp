// What an object declared as SQL depends on, since Strata does not read its SQL.
#pragma once

#include <strata/schema/element.hpp>

namespace strata::detail {

struct dependency_declaration : element_with<object_name> {};

consteval dependency_declaration depends(const object_name& on) {
  return {{{element_kind::dependency}, on}};
}

} // namespace strata::detail
