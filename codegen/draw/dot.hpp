// Diagrams in Graphviz's notation.
#pragma once

#include "codegen/draw/diagram.hpp"

#include <string>

namespace strata::codegen {

/// A digraph: a table is a box of rows, a foreign key an edge from its first column to the parent.
std::string print_dot(const diagram& of);

} // namespace strata::codegen
