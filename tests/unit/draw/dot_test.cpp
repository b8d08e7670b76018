// Diagrams for Graphviz.
#include "codegen/draw/dot.hpp"

#include "tests/support/catch.hpp"

using namespace strata::codegen;

TEST_CASE("a table is a box of rows, a key an edge from its first column", "[draw]") {
  const diagram made{{{"posts",
                       {{"id", "bigint", false, true, false, false},
                        {"author", "bigint", true, false, true, false}}},
                      {"users", {}}},
                     {{0, 1, {"author"}, true, false}}};
  const std::string text = print_dot(made);
  CHECK(text.find("<B>posts</B>") != std::string::npos);
  CHECK(text.find("PORT=\"c1\">author</TD><TD ALIGN=\"LEFT\">bigint FK null</TD>") !=
        std::string::npos);
  CHECK(text.find("  t0:c1 -> t1:name [arrowtail=crowodot, arrowhead=teeodot];\n") !=
        std::string::npos);
}

TEST_CASE("names cannot leave the label they stand in", "[draw]") {
  const diagram made{{{"<B>&\"\n>]; x [", {{" ", "", false, false, false, false}}}}, {}};
  const std::string text = print_dot(made);
  CHECK(text.find("<B>&lt;B&gt;&amp;&quot; &gt;]; x [</B>") != std::string::npos);
  CHECK(text.find("PORT=\"c0\">&#160;</TD>") != std::string::npos);
}
