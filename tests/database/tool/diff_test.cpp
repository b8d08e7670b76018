// `strata diff` on live databases: what it prints is run, and the two are equal then.
#include "tests/database/tool/tool_run.hpp"
#include "tests/support/catch.hpp"

using namespace strata;
using strata::testing::diff;
using strata::testing::outcome;
using strata::testing::run_tool;
using strata::testing::scratch_database;

namespace {

const char* const old_schema =
    "CREATE TABLE users (id integer PRIMARY KEY, double_tap text, old text);"
    "CREATE VIEW taps AS SELECT double_tap FROM users;";
const char* const new_schema = "CREATE TABLE users (id integer PRIMARY KEY, gesture_nav text, "
                               "fresh integer NOT NULL DEFAULT 1);"
                               "CREATE VIEW taps AS SELECT gesture_nav FROM users;";

} // namespace

TEST_CASE("what diff prints turns one database into the other", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    const scratch_database from(which);
    const scratch_database to(which);
    from.open()->execute(old_schema);
    to.open()->execute(new_schema);
    from.open()->execute("INSERT INTO users VALUES (1, 'yes', 'gone')");

    CHECK(diff(from, from).code == 0);
    CHECK(diff(from, from).out.empty());
    const std::vector<std::string> rename = {"--rename", "users.double_tap=gesture_nav"};
    const outcome refused = diff(from, to, rename);
    CHECK(refused.code == 4);
    CHECK(refused.errors.find("data_loss: users.old") != std::string::npos);

    const outcome made = diff(from, to, {rename[0], rename[1], "--acknowledge-all", "--fast"});
    REQUIRE(made.code == 1);
    from.open()->execute(made.out);
    CHECK(diff(from, to).code == 0);
    const auto read = from.open()->query("SELECT gesture_nav FROM users");
    REQUIRE(read.rows.size() == 1);
    CHECK(read.rows[0] == std::vector<value>{std::string("yes")});
  }
}

TEST_CASE("JSON holds the hazards and the statements", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    const scratch_database from(which);
    const scratch_database to(which);
    from.open()->execute("CREATE TABLE t (a integer)");
    const outcome made = diff(from, to, {"--acknowledge-all", "--format", "json"});
    CHECK(made.code == 1);
    CHECK(made.out.find(R"({"equal":false,"hazards":[{"hazard":"data_loss","object":"t")") == 0);
    CHECK(made.out.find(R"(DROP TABLE \"t\";)") != std::string::npos);
  }
}

TEST_CASE("a rename of what is not there is refused", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    const scratch_database from(which);
    CHECK(diff(from, from, {"--rename", "users.a=b"}).code == 2);
  }
}

TEST_CASE("databases of two kinds are not compared", "[tool]") {
  if (testing::tested_dialects().size() < 2)
    return;
  const scratch_database from(testing::tested_dialects()[0]);
  const scratch_database to(testing::tested_dialects()[1]);
  from.open()->execute("CREATE TABLE t (a integer)");
  to.open()->execute("CREATE TABLE t (a integer)");
  CHECK(diff(from, to).code == 2);
}

TEST_CASE("equal databases end with 0, whatever they are asked for", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    const scratch_database from(which);
    from.open()->execute("CREATE TABLE t (a integer)");
    CHECK(diff(from, from, {}).code == 0);
    CHECK(diff(from, from, {"--fast"}).code == 0);
    const outcome json = diff(from, from, {"--format", "json"});
    CHECK(json.code == 0);
    CHECK(json.out == "{\"equal\":true,\"hazards\":[],\"before\":\"" +
                          std::string(which == strata::dialect::postgresql
                                          ? "SET check_function_bodies = false;\\u000aSET "
                                            "search_path = \\\"public\\\";\\u000a\\u000a"
                                          : "") +
                          "\",\"steps\":[]}\n");
  }
}

TEST_CASE("what puts nothing at risk needs no acknowledgement", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    const scratch_database from(which);
    const scratch_database to(which);
    to.open()->execute("CREATE TABLE t (a integer)");
    CHECK(diff(from, to, {}).code == 1);
    CHECK(diff(to, from, {}).code == 4);
    CHECK(diff(to, from, {"--acknowledge-all"}).code == 1);
    CHECK_FALSE(diff(to, from, {}).out.empty());
  }
}
