// Reading a catalogue takes as many queries for a hundred tables as for one: counted in the log of
// the tests' own server.
#include "tests/database/tool/tool_run.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace strata;
using strata::testing::run_tool;
using strata::testing::scratch_database;

namespace {

/// How many statements of sessions that log all of them stand in the log.
std::int64_t logged_statements(const scratch_database& on) {
  const auto counted = on.open()->query(
      "SELECT count(*)::text FROM regexp_matches(pg_read_file(current_setting('data_directory') || "
      "'/../server.log'), 'LOG:  (?:statement|execute [^:]*):', 'g')");
  return std::stoll(std::get<std::string>(counted.rows.at(0).at(0)));
}

/// Statements that `strata show` runs.
std::int64_t statements_of_show(const scratch_database& on) {
  const std::int64_t before = logged_statements(on);
  const char separator = on.url().find('?') == std::string::npos ? '?' : '&';
  const auto shown = run_tool({"show", on.url() + separator + "options=-c%20log_statement%3Dall"});
  REQUIRE(shown.code == 0);
  return logged_statements(on) - before;
}

std::string numbered_tables(int first, int last) {
  std::string sql;
  for (int number = first; number <= last; ++number) {
    const std::string n = std::to_string(number);
    sql += "CREATE TABLE t" + n + " (id serial PRIMARY KEY, a text UNIQUE, b integer REFERENCES t" +
           std::to_string(first == number ? number : number - 1) +
           " CHECK (b > 0));CREATE INDEX ON t" + n + " (b);CREATE VIEW v" + n +
           " AS SELECT a FROM t" + n + ";COMMENT ON TABLE t" + n + " IS 'one';";
  }
  return sql;
}

} // namespace

TEST_CASE("the number of queries does not depend on the number of tables", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    if (which != strata::dialect::postgresql)
      continue;
    const scratch_database database(which);
    database.open()->execute(numbered_tables(1, 1));
    const std::int64_t for_one = statements_of_show(database);
    database.open()->execute(numbered_tables(2, 100));
    CHECK(for_one > 5);
    CHECK(for_one < 60);
    CHECK(statements_of_show(database) == for_one);
  }
}
