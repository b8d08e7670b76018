// Which part of a rollout an action belongs to.
#pragma once

#include "codegen/plan/action.hpp"

namespace strata::codegen {

/// The phase of what is done to an object of an existing table. The graph may move an action to a
/// later one, never to an earlier.
rollout_phase phase_of(object_class of, stage at);

} // namespace strata::codegen
