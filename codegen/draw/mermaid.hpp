// Diagrams in mermaid's notation, which forges draw.
#pragma once

#include "codegen/draw/diagram.hpp"

#include <string>

namespace strata::codegen {

/// `erDiagram` and its lines. Names that are no words of mermaid's stand as labels and comments.
std::string print_mermaid(const diagram& of);

} // namespace strata::codegen
