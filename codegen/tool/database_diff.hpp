// The migration that turns one live schema into another.
#pragma once

#include "codegen/assess/assess.hpp"
#include "codegen/plan/step.hpp"
#include "codegen/tool/live_schema.hpp"

#include <strata/model/transition.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

struct database_diff {
  std::vector<step> steps;
  std::vector<assessment> hazards;
};

/// `fast`: one plain transaction. Where a type's values need an expression to become another's, it
/// is a cast by way of text, or the nearest function the server has. What cannot be carried out is
/// a finding.
database_diff make_database_diff(live_schema from,
                                 live_schema to,
                                 std::vector<model::rename> renames,
                                 bool fast,
                                 diagnostics& out);

} // namespace strata::codegen
