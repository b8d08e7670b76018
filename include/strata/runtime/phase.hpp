// The three parts of a version's migration.
#pragma once

#include <string_view>

namespace strata {

/// Expand: what older programs survive. Data: backfills and conversions. Contract: what tightens or
/// removes.
enum class phase { expand, data, contract };

constexpr std::string_view phase_name(phase of) {
  switch (of) {
  case phase::expand:
    return "expand";
  case phase::data:
    return "data";
  case phase::contract:
    return "contract";
  }
  return {};
}

} // namespace strata
