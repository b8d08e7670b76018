// Declarations to whole versions: `since`, derived tables, renames carried along, default names.
#pragma once

#include "codegen/text/diagnostics.hpp"

#include <strata/model/version.hpp>

#include <vector>

namespace strata::codegen {

/// The versions in order of number, each with everything that exists at it and every default name
/// resolved. Derivations from a declaration that is not the latest of its object, gaps and
/// repetitions in the numbers, and removals of what is used are findings.
std::vector<model::version> compose(std::vector<model::version_declaration> declarations,
                                    diagnostics& out);

} // namespace strata::codegen
