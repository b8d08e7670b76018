// Default expressions as the values that they are.
#pragma once

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// A literal or a function that Strata knows, where the server would print the very same expression
/// for it; else the expression as it stands.
model::default_value declared_default(const model::default_value& inspected,
                                      const model::data_type& type,
                                      const model::schema& in,
                                      model::dialect on);

} // namespace strata::codegen
