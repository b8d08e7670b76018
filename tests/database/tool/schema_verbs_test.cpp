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

TEST_CASE("what a schema cannot say is left out only when asked for by name", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    const bool is_sqlite = which == strata::dialect::sqlite;
    const scratch_database database(which);
    database.open()->execute(
        is_sqlite ? "CREATE TABLE t (a integer); CREATE VIRTUAL TABLE f USING fts5(x)"
                  : "CREATE TABLE t (a integer); CREATE PUBLICATION f FOR TABLE t");
    const std::string name = is_sqlite ? "virtual table f" : "publication f";
    const outcome refused = run_tool({"show", database.url()});
    CHECK(refused.code == 3);
    CHECK(refused.errors.find("cannot say: " + name + " (--leave-out '" + name + "'") !=
          std::string::npos);
    const outcome read = run_tool({"show", database.url(), "--leave-out", name});
    CHECK(read.code == 0);
    CHECK(read.out.find("1 table, 1 column\n") == 0); // And no table that f made for itself.
    const scratch_database empty(which);
    const std::vector<std::string> leaving = {"--leave-out", name, "--acknowledge-all"};
    CHECK(testing::diff(empty, database, leaving).code == 1);
    CHECK(testing::diff(database, empty, leaving).out.find("DROP TABLE \"t\"") !=
          std::string::npos);
    const outcome unknown = run_tool({"show", empty.url(), "--leave-out", name});
    CHECK(unknown.code == 2);
    CHECK(unknown.errors.find("names nothing") != std::string::npos);
  }
}
