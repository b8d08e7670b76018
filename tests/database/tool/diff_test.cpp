// `strata diff` on live databases: what it prints is run, and the two are equal then.
#include "codegen/tool/run.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/database.hpp"

#include <sstream>

using namespace strata;
using strata::testing::scratch_database;

namespace {

struct outcome {
  int code = 0;
  std::string out;
  std::string errors;
};

outcome run(std::vector<std::string> words) {
  words.insert(words.begin(), "strata");
  std::ostringstream out;
  std::ostringstream errors;
  const int code = codegen::run_tool(words, out, errors);
  return {code, out.str(), errors.str()};
}

outcome diff(const scratch_database& from,
             const scratch_database& to,
             std::vector<std::string> more = {"--acknowledge-all"}) {
  std::vector<std::string> words = {"diff", "--from", from.url(), "--to", to.url()};
  words.insert(words.end(), more.begin(), more.end());
  return run(words);
}

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
