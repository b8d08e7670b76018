// Diagrams as pictures, drawn by Graphviz.
#pragma once

#include <stdexcept>
#include <string>

namespace strata::codegen {

/// Graphviz is not installed, or could not draw.
class drawing_failed : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// The graph, in Graphviz's notation, as SVG. Runs `program`, which is looked for as a shell does.
/// Throws drawing_failed.
std::string draw_svg(const std::string& graph, const std::string& program = "dot");

} // namespace strata::codegen
