// Whether one schema is sound in itself: every rule that needs more than one declaration.
#pragma once

#include "codegen/text/diagnostics.hpp"

#include <strata/model/version.hpp>

namespace strata::codegen {

/// Adds a finding for each broken rule: foreign keys to nowhere or of another type, names that
/// collide, reference rows that do not fit their table, dependencies on nothing. Rules of one
/// database are left out where the schema is not for it.
void check(const model::version& version, const model::dialect_set& databases, diagnostics& out);

} // namespace strata::codegen
