// What a domain is over.
#pragma once

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// The type whose values a column of `type` holds: a domain's, through domains over domains.
model::data_type base_type(const model::schema& in, model::data_type type);

} // namespace strata::codegen
