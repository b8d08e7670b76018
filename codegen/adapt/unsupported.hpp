// Findings of what a database cannot do.
#pragma once

#include "codegen/text/diagnostics.hpp"

#include <string>
#include <utility>

namespace strata::codegen {

/// `code` is one of S300–S349 (docs/errors.md).
inline void unsupported(diagnostics& out,
                        const model::place& where,
                        std::string code,
                        std::string message,
                        std::string help) {
  out.add({std::move(code), std::move(message), {std::move(help)}, where});
}

} // namespace strata::codegen
