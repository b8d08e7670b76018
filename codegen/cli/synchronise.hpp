// Brings `generated/` to what was printed, or says how it differs.
#pragma once

#include "codegen/cli/generation.hpp"
#include "codegen/cli/output.hpp"

namespace strata::codegen {

/// What differs between the committed output and what was printed.
folder_changes committed_changes(const generator_settings& settings, const generation& made);

/// A finding for each of them, where `generated/` must not be written: FROZEN, or read-only.
void check_writable(const generator_settings& settings,
                    const folder_changes& changes,
                    diagnostics& out);

} // namespace strata::codegen
