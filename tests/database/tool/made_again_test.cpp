// Whatever a plan drops and makes again gets everything back that hung on it: the catalogue says
// so, not what reads schemas here.
#include "tests/database/tool/converging.hpp"
#include "tests/database/tool/hanging.hpp"
#include "tests/database/tool/made_again/kind.hpp"

#include <strata/runtime/error.hpp>

#include <algorithm>
#include <iterator>

using namespace strata;
using strata::testing::diff;
using strata::testing::made_again;
using strata::testing::outcome;
using strata::testing::scratch_database;

namespace {

using lines = std::multiset<std::string>;

void make(const scratch_database& on, const std::vector<made_again>& all, bool others) {
  std::string text;
  for (const made_again& each : all) {
    text += "CREATE SCHEMA " + each.schema + "; SET search_path = " + each.schema + ";" +
            each.same + (others ? each.other : each.one) + each.hanging + '\n';
  }
  on.open()->execute(text);
}

lines without(const lines& all, const lines& others) {
  lines left;
  std::set_difference(
      all.begin(), all.end(), others.begin(), others.end(), std::inserter(left, left.end()));
  return left;
}

std::string text_of(const lines& all) {
  std::string text;
  for (const std::string& each : all) {
    text += '\n' + each;
  }
  return text;
}

/// Whether the schema has another object of that name and type than before.
bool is_made_again(const made_again& of, const lines& before, const lines& after) {
  const lines fresh = without(after, before);
  return std::any_of(fresh.begin(), fresh.end(), [&](const std::string& line) {
    const std::string called = line.substr(0, line.rfind(" is ") + 4);
    const bool is_of_type = line.starts_with(of.type + ' ');
    const bool is_here = line.find(of.schema + '.') != std::string::npos;
    const auto old = before.lower_bound(called);
    return is_of_type && is_here && old != before.end() && old->starts_with(called);
  });
}

void check(const std::vector<made_again>& all, bool is_fast, bool is_back) {
  CAPTURE(is_fast, is_back);
  const scratch_database from(dialect::postgresql);
  const scratch_database to(dialect::postgresql);
  make(from, all, is_back);
  make(to, all, !is_back);
  const lines before = testing::lines_of(from, testing::identities_query);
  std::vector<std::string> options = {"--acknowledge-all"};
  if (is_fast)
    options.emplace_back("--fast");
  const outcome made = diff(from, to, options);
  INFO(made.errors);
  REQUIRE(made.code == 1);
  testing::execute_each(from, made.out);
  const outcome again = diff(from, to);
  INFO(again.out);
  CHECK(again.code == 0);
  const lines is = testing::lines_of(from, testing::hanging_query);
  const lines wanted = testing::lines_of(to, testing::hanging_query);
  CHECK(text_of(without(wanted, is)) == "");
  CHECK(text_of(without(is, wanted)) == "");
  const lines after = testing::lines_of(from, testing::identities_query);
  for (const made_again& each : all) {
    INFO(each.schema);
    CHECK((each.type.empty() || is_made_again(each, before, after)));
  }
}

void check(const std::vector<made_again>& all) {
  if (testing::tested_dialects().size() < 2)
    return;
  check(all, false, false);
  check(all, false, true);
  check(all, true, false);
}

} // namespace

TEST_CASE("indexes and constraints that are made again keep what hangs on them", "[tool]") {
  check(testing::keys_made_again);
}

TEST_CASE("columns that are made again keep what hangs on them", "[tool]") {
  check(testing::columns_made_again);
}

TEST_CASE("what reads tables is made again with what hangs on it", "[tool]") {
  check(testing::readers_made_again);
}

TEST_CASE("types that are made again keep what hangs on them", "[tool]") {
  check(testing::types_made_again);
}

TEST_CASE("routines, sequences and whole tables that are made again keep what hangs on them",
          "[tool]") {
  check(testing::others_made_again);
}

TEST_CASE("what no schema says of an object that is made again is no silent loss", "[tool]") {
  if (testing::tested_dialects().size() < 2)
    return;
  const scratch_database from(dialect::postgresql);
  const scratch_database to(dialect::postgresql);
  const char* const hanging[] = {
      "CREATE PUBLICATION p FOR TABLE t",
      "ALTER FUNCTION f(int) DEPENDS ON EXTENSION plpgsql",
      "ALTER INDEX x ALTER COLUMN 1 SET STATISTICS 77",
      "ALTER MATERIALIZED VIEW m CLUSTER ON mi",
      "ALTER MATERIALIZED VIEW m ALTER a SET STATISTICS 77",
      "COMMENT ON INDEX t_b_key IS 'lost'",
      "ALTER VIEW v ALTER a SET DEFAULT 7",
  };
  const std::string same =
      "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';"
      "CREATE TABLE t (a int, b int UNIQUE, CONSTRAINT x EXCLUDE USING btree ((a + 1) WITH =));"
      "CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE INDEX mi ON m (a);"
      "CREATE VIEW v AS SELECT a FROM t;";
  to.open()->execute("CREATE TABLE t (a int)");
  for (const char* each : hanging) {
    INFO(each);
    from.open()->execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
                         "DROP PUBLICATION IF EXISTS p;" +
                         same + each);
    const outcome made = diff(from, to);
    CHECK(made.code == 3);
    CHECK(made.errors.find("the database cannot be read whole") != std::string::npos);
  }
}

TEST_CASE("what belongs to an extension is in nobody's way unseen", "[tool]") {
  if (testing::tested_dialects().size() < 2)
    return;
  const scratch_database from(dialect::postgresql);
  const scratch_database to(dialect::postgresql);
  from.open()->execute("CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;"
                       "ALTER EXTENSION plpgsql ADD VIEW v");
  to.open()->execute("CREATE TABLE t (a bigint)");
  const outcome made = diff(from, to);
  CHECK(made.out.find("DROP VIEW") == std::string::npos);
  CHECK_THROWS_AS(from.open()->execute(made.out), strata::error); // The server names the view.
  const char* const members = "SELECT objid FROM pg_depend WHERE deptype = 'e' AND objid >= 16384";
  CHECK(from.open()->query(members).rows.size() == 1);
}
