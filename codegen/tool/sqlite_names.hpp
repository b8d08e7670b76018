// Constraints of SQLite that bear no name.
#pragma once

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// A constraint without a name is the same as one that says its default name: it gets that where
/// the other schema has it.
void agree_on_names(model::schema& from, model::schema& to);

} // namespace strata::codegen
