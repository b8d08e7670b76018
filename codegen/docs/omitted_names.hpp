// Names that a header need not say.
#pragma once

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// The same schema without the names of constraints and indexes that composing gives again.
model::schema without_default_names(const model::schema& schema);

} // namespace strata::codegen
