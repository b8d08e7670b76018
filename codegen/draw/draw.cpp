// From schema to text.
#include "codegen/draw/draw.hpp"

#include "codegen/draw/dot.hpp"
#include "codegen/draw/mermaid.hpp"
#include "codegen/draw/svg.hpp"

namespace strata::codegen {

std::string draw(const model::schema& schema, model::dialect on, std::string_view format) {
  const diagram made = diagram_of(schema, on);
  if (format == "mermaid")
    return print_mermaid(made);
  const std::string graph = print_dot(made);
  return format == "svg" ? draw_svg(graph) : graph;
}

} // namespace strata::codegen
