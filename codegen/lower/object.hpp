// Enumerations, extensions, views, functions and triggers to the model.
#pragma once

#include "codegen/lower/text.hpp"

#include <strata/schema/enumeration.hpp>
#include <strata/schema/extension.hpp>
#include <strata/schema/routine.hpp>
#include <strata/schema/view.hpp>

namespace strata::detail {

model::enumeration lower_enumeration(const enumeration_facts& facts);
model::extension lower_extension(const extension_declaration& extension);
model::view lower_view(const view_facts& facts);
model::function lower_function(const function_facts& facts);
model::trigger lower_trigger(const trigger_facts& facts);

} // namespace strata::detail
