// The difference of two schemas, as operations.
#pragma once

#include "codegen/diff/operation.hpp"
#include "codegen/text/diagnostics.hpp"

#include <strata/model/version.hpp>

#include <vector>

namespace strata::codegen {

/// What leads from `from` to `to`, in a fixed order that is not yet the order of execution.
/// Matches by name and by the transition's renames; nothing is guessed.
std::vector<operation>
diff(const model::schema& from, const model::schema& to, const model::transition& transition);

/// The transition of the way back: renames turned round, `.down` values in their places.
model::transition reverse(const model::transition& transition);

/// Drops nobody acknowledged, renames that could be meant, and entries of the transition that match
/// no change: each a finding with the lines to write. `from` and `to` are declared (not adapted).
void check_transition(const model::version& from,
                      const model::version& to,
                      const std::vector<operation>& operations,
                      diagnostics& out);

} // namespace strata::codegen
