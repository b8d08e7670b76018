// `strata show` and `strata erd` of live databases, whatever their names.
#include "tests/database/tool/tool_run.hpp"
#include "tests/support/catch.hpp"

using namespace strata;
using strata::testing::outcome;
using strata::testing::run_tool;
using strata::testing::scratch_database;

namespace {

const char* const hostile =
    "CREATE TABLE \"we\"\"ird\n]; DROP TABLE x; --\" (\"<b>&\" integer PRIMARY KEY, \"PK\" text "
    "DEFAULT '*/ \"}\n');"
    "CREATE TABLE child (\" \" integer REFERENCES \"we\"\"ird\n]; DROP TABLE x; --\" (\"<b>&\"));";

} // namespace

TEST_CASE("a live schema is shown with every name on one line", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    const scratch_database database(which);
    CHECK(run_tool({"show", database.url()}).out == "nothing\n");
    database.open()->execute(hostile);
    const outcome shown = run_tool({"show", database.url()});
    REQUIRE(shown.code == 0);
    CHECK(shown.out.find("2 tables, 3 columns, ") == 0);
    CHECK(shown.out.find("\ntable \"we\"\"ird ]; DROP TABLE x; --\"\n") != std::string::npos);
    CHECK(shown.out.find("'*/ \"} '") != std::string::npos);
    const outcome json = run_tool({"show", database.url(), "--json"});
    CHECK(json.code == 0);
    CHECK(json.out.find(R"("name":"we\"ird\u000a]; DROP TABLE x; --")") != std::string::npos);
  }
}

TEST_CASE("a live schema is drawn with every name within its label", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    const scratch_database database(which);
    database.open()->execute(hostile);
    const outcome mermaid = run_tool({"erd", database.url()});
    CHECK(mermaid.code == 0);
    CHECK(mermaid.out.find("[\"we#34;ird ]#59; DROP TABLE x#59; --\"] {\n") != std::string::npos);
    CHECK(mermaid.out.find(" _b__ PK \"#60;b#62;#38;\"\n") != std::string::npos);
    CHECK(mermaid.out.find(" PK_ \"PK\"\n") != std::string::npos);
    CHECK(mermaid.out.find(" |o--o{ child : \" \"\n") != std::string::npos);
    const outcome dot = run_tool({"erd", database.url(), "--format", "dot"});
    CHECK(dot.code == 0);
    CHECK(dot.out.find("<B>we&quot;ird ]; DROP TABLE x; --</B>") != std::string::npos);
  }
}
