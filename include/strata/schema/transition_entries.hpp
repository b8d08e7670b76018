// The entries of a transition seen without their types, and their rules.
#pragma once

#include <strata/schema/drop.hpp>
#include <strata/schema/rename.hpp>

namespace strata::detail {

struct transition_check : element_visitor {
  constexpr void take(list<element_view> entries) override {
    for (const element_view& each : entries)
      if (each.is(element_kind::rename))
        check_rename(each.as<rename_facts>());
      else if (each.is(element_kind::drop))
        check_drop(each.as<drop_facts>());
  }
};

} // namespace strata::detail
