// Transitions to the model.
#pragma once

#include "codegen/lower/text.hpp"

namespace strata::detail {

model::transition lower_transition(const object_facts& transition);

} // namespace strata::detail
