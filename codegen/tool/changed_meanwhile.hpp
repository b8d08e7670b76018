// A catalogue that changes while it is read.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace strata::codegen {

/// The server prints definitions from the catalogue as it is now, not as the transaction began. For
/// an object that somebody dropped meanwhile it answers with an internal error, or that there is no
/// such relation, object or function. The whole is then read again.
inline bool has_changed_meanwhile(std::string_view sqlstate) {
  constexpr std::array<std::string_view, 4> states{"XX000", "42P01", "42704", "42883"};
  return std::find(states.begin(), states.end(), sqlstate) != states.end();
}

} // namespace strata::codegen
