// Diagrams for mermaid.
#include "codegen/draw/mermaid.hpp"

#include "tests/support/catch.hpp"

using namespace strata::codegen;

TEST_CASE("tables with their columns, then relations", "[draw]") {
  const diagram made{{{"posts",
                       {{"id", "bigint", false, true, false, false},
                        {"author", "double precision", true, false, true, true}}},
                      {"users", {}}},
                     {{0, 1, {"author", "x"}, true, false}, {0, 1, {"author"}, false, true}}};
  CHECK(print_mermaid(made) == "erDiagram\n"
                               "    posts {\n"
                               "        bigint id PK\n"
                               "        double_precision author FK,UK\n"
                               "    }\n"
                               "    users {\n"
                               "    }\n"
                               "    users |o--o{ posts : \"author, x\"\n"
                               "    users ||--o| posts : \"author\"\n");
}

TEST_CASE("a name that is no word of mermaid's stands as a label or comment", "[draw]") {
  const diagram made{{{"a b", {{"1st \"x\"", "te;xt", false, false, false, false}}},
                      {"a.b", {{"PK", "", false, false, false, false}}},
                      {"a_b", {}},
                      {"title", {}},
                      {"\xc3\xa9\n}%%", {}}},
                     {{0, 3, {"x\" : y\n"}, false, false}}};
  CHECK(print_mermaid(made) == "erDiagram\n"
                               "    a_b_2[\"a b\"] {\n"
                               "        te_xt _1st__x_ \"1st #34;x#34;\"\n"
                               "    }\n"
                               "    a_b_3[\"a.b\"] {\n"
                               "        _ PK_ \"PK\"\n"
                               "    }\n"
                               "    a_b {\n"
                               "    }\n"
                               "    title_[\"title\"] {\n"
                               "    }\n"
                               "    ______[\"\xc3\xa9 }#37;#37;\"] {\n"
                               "    }\n"
                               "    title_ ||--o{ a_b_2 : \"x#34; : y \"\n");
}

TEST_CASE("mermaid's own words are told in any letter case", "[draw]") {
  const diagram made{{{"One", {{"pk", "int", false, false, false, false}}}, {"END", {}}}, {}};
  CHECK(print_mermaid(made) == "erDiagram\n"
                               "    One_[\"One\"] {\n"
                               "        int pk_ \"pk\"\n"
                               "    }\n"
                               "    END_[\"END\"] {\n"
                               "    }\n");
}
