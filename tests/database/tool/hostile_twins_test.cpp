// Whoever may create functions in a schema of the search path runs nothing as who uses the tool.
#include "tests/database/tool/converging.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hostile_twins.hpp"

#include <filesystem>

using namespace strata;
using strata::testing::run_tool;
using strata::testing::scratch_database;

TEST_CASE("no statement of the tool runs what others made", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    if (which != strata::dialect::postgresql)
      continue;
    const scratch_database plain(which);
    const scratch_database planted(which);
    const char* schema = "CREATE TABLE t (id serial PRIMARY KEY, a varchar(5) DEFAULT 'x' CHECK (a "
                         "<> ''), b text UNIQUE); CREATE INDEX ON t (lower(b)); CREATE VIEW v AS "
                         "SELECT a || b AS c FROM t; COMMENT ON TABLE t IS 'one'";
    plain.open()->execute(schema);
    planted.open()->execute(schema);
    testing::plant_hostile_twins(*planted.open());
    const auto expected = run_tool({"show", plain.url()});
    for (const char* path : {"public", "public, pg_catalog", "pg_temp, public, pg_catalog"}) {
      CAPTURE(path);
      const auto session = planted.open();
      session->execute("SET search_path = pg_catalog; ALTER DATABASE " + session->describe() +
                       " SET search_path = " + path);
      const auto shown = run_tool({"show", planted.url()});
      CHECK(shown.errors.empty());
      CHECK(shown.out == expected.out);
      const std::string folder =
          (std::filesystem::temp_directory_path() / session->describe()).string();
      CHECK(run_tool({"import", planted.url(), "--out", folder}).code == 0);
      std::filesystem::remove_all(folder);
      const auto same = testing::diff(planted, plain);
      CHECK(same.errors.empty());
      CHECK(same.code == 0);
    }
  }
}

TEST_CASE("no statement that the tool prints runs what others made", "[tool]") {
  if (testing::tested_dialects().size() < 2)
    return;
  const scratch_database from(strata::dialect::postgresql);
  const scratch_database to(strata::dialect::postgresql);
  const char* roles = "DO $$BEGIN CREATE ROLE strata_reader; EXCEPTION WHEN duplicate_object THEN "
                      "NULL; END$$;";
  from.open()->execute(roles);
  testing::plant_hostile_twins(*from.open());
  from.open()->execute(
      "CREATE TABLE t (id serial PRIMARY KEY, a int, g int GENERATED ALWAYS AS (a * 2) STORED,"
      " n int NOT NULL GENERATED ALWAYS AS IDENTITY);"
      "COMMENT ON COLUMN t.g IS 'twice'; GRANT SELECT (g) ON t TO strata_reader;"
      "ALTER TABLE t ALTER COLUMN g SET STATISTICS 77; INSERT INTO t (a) VALUES (1);"
      "CREATE STATISTICS s ON a, g FROM t;"
      "CREATE VIEW v AS SELECT a FROM t; GRANT SELECT, UPDATE (a) ON v TO strata_reader;"
      "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';"
      "GRANT EXECUTE ON FUNCTION f TO strata_reader;"
      "CREATE TABLE p (k int) PARTITION BY LIST (k); CREATE TABLE rest PARTITION OF p DEFAULT;"
      "INSERT INTO p VALUES (1), (2);"
      "CREATE TYPE e AS ENUM ('x', 'y'); CREATE TABLE u (e e); GRANT USAGE ON TYPE e TO "
      "strata_reader; CREATE SEQUENCE q; CREATE TABLE w (id int DEFAULT pg_catalog.nextval('q'));");
  to.open()->execute(
      "CREATE TABLE t (id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY, a bigint,"
      " g int GENERATED ALWAYS AS (a * 3) STORED, n serial);"
      "COMMENT ON COLUMN t.g IS 'twice'; GRANT SELECT (g) ON t TO strata_reader;"
      "ALTER TABLE t ALTER COLUMN g SET STATISTICS 77; CREATE STATISTICS s ON a, g FROM t;"
      "CREATE VIEW v AS SELECT a FROM t; GRANT SELECT, UPDATE (a) ON v TO strata_reader;"
      "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1';"
      "GRANT EXECUTE ON FUNCTION f TO strata_reader;"
      "CREATE TABLE p (k int) PARTITION BY LIST (k); CREATE TABLE rest PARTITION OF p DEFAULT;"
      "CREATE TABLE one PARTITION OF p FOR VALUES IN (1);"
      "CREATE TYPE e AS ENUM ('y'); CREATE TABLE u (e e); GRANT USAGE ON TYPE e TO strata_reader;"
      "CREATE TABLE w (id int GENERATED ALWAYS AS IDENTITY);");
  const auto change = testing::diff(from, to);
  INFO(change.out << change.errors);
  REQUIRE(change.code == 1);
  REQUIRE_NOTHROW(testing::execute_each(from, change.out));
  const auto again = testing::diff(from, to);
  INFO(again.out << again.errors);
  CHECK(again.code == 0);
}
