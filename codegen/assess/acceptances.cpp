// Accepted hazards that are none.
#include "codegen/assess/assess.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {

void check_acceptances(const model::version& version,
                       const std::vector<operation>& operations,
                       diagnostics& out) {
  const std::vector<model::acceptance>& accepted = version.transition.acceptances;
  if (accepted.empty()) {
    return;
  }
  const std::vector<assessment> found = assess(operations);
  for (const model::acceptance& each : accepted) {
    const bool is_real = std::any_of(found.begin(), found.end(), [&](const assessment& one) {
      return one.object == each.object && name_of(one.hazard) == each.hazard;
    });
    if (is_real) {
      continue;
    }
    std::vector<std::string> help;
    for (const assessment& one : found) {
      if (one.object == each.object || name_of(one.hazard) == each.hazard) {
        help.push_back(
            fmt::format(R"(accept({}, "{}"): {})", name_of(one.hazard), one.object, one.why));
      }
    }
    out.add(
        {"S250",
         fmt::format(R"(accept({}, "{}") accepts nothing: version {} has no such hazard there; )"
                     "take it out or correct its object",
                     each.hazard,
                     each.object,
                     version.number),
         std::move(help),
         each.where});
  }
}

} // namespace strata::codegen
