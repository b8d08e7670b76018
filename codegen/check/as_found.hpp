// Keys of databases that exist.
#pragma once

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// Gives `as_found` to each foreign key and unique constraint that breaks a rule of `check`.
void mark_as_found(model::schema& schema);

} // namespace strata::codegen
