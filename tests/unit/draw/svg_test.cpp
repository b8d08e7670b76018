// Pictures, where Graphviz is installed.
#include "codegen/draw/svg.hpp"

#include "codegen/draw/dot.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>

using namespace strata::codegen;

TEST_CASE("where Graphviz is missing the error says what to install", "[draw]") {
  try {
    draw_svg("digraph x {}", "strata-no-such-program");
    FAIL("nothing was thrown");
  } catch (const drawing_failed& problem) {
    CHECK(std::string(problem.what()) ==
          "SVG is drawn by Graphviz, whose program strata-no-such-program is not found; install "
          "Graphviz (apt install graphviz), or ask for dot or mermaid");
  }
}

TEST_CASE("Graphviz draws hostile names, and its refusal is told", "[draw]") {
  if (std::system("dot -V > /dev/null 2>&1") != 0)
    return;
  const diagram made{{{"<a>&\"]\x01\xff", {{" ", "", true, false, true, false}}}, {"b c", {}}},
                     {{0, 1, {" "}, true, true}}};
  const std::string picture = draw_svg(print_dot(made));
  CHECK(picture.find("</svg>") != std::string::npos);
  CHECK(picture.find("&lt;a&gt;&amp;&quot;]") != std::string::npos);
  CHECK_THROWS_AS(draw_svg("no graph"), drawing_failed);
}
