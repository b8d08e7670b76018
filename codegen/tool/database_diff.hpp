// The migration that turns one live schema into another.
#pragma once

#include "codegen/assess/assess.hpp"
#include "codegen/plan/step.hpp"
#include "codegen/tool/likely_renames.hpp"
#include "codegen/tool/live_schema.hpp"

#include <strata/model/transition.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

struct database_diff {
  std::vector<step> steps;
  std::vector<assessment> hazards;
  given_drops drops;              ///< What may be a rename, and is not said to be a drop.
  bool casts_by_settings = false; ///< Settings of the session have a say in what values become.
};

/// `said`: what a diff cannot know: renames and conversions, and whether it is one plain
/// transaction; `drops` are paths of what is said to go. What cannot be carried out is a finding;
/// throws tool_usage_error for a conversion of what does not change.
database_diff make_database_diff(live_schema from,
                                 live_schema to,
                                 model::transition said,
                                 diagnostics& out,
                                 const std::vector<std::string>& drops = {});

} // namespace strata::codegen
