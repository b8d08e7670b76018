// A table that is partitioned in another way is made again with its rows, and with all that hangs
// on it.
#include "tests/database/tool/tool_run.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/error.hpp>

#include <string>

using namespace strata;
using strata::testing::diff;
using strata::testing::outcome;
using strata::testing::scratch_database;

namespace {

using row = std::vector<value>;

const char* const before =
    "CREATE TYPE mood AS ENUM ('sad', 'ok');"
    "CREATE TABLE users (id serial PRIMARY KEY);"
    "CREATE TABLE logs (id bigserial PRIMARY KEY, kind text NOT NULL, feeling mood DEFAULT 'ok',"
    " feelings mood[], user_id int REFERENCES users, size int,"
    " twice int GENERATED ALWAYS AS (size * 2) STORED);"
    "CREATE INDEX logs_kind ON logs (kind);"
    "CREATE TABLE notes (log bigint REFERENCES logs);"
    "CREATE TABLE hits (id int, at date) PARTITION BY RANGE (at);"
    "CREATE TABLE hits_1 PARTITION OF hits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')"
    " PARTITION BY LIST (id);"
    "CREATE TABLE hits_1_a PARTITION OF hits_1 FOR VALUES IN (1, 2);"
    "GRANT UPDATE, INSERT ON logs TO PUBLIC;";

const char* const after =
    "CREATE TYPE mood AS ENUM ('ok', 'sad');"
    "CREATE TABLE users (id serial PRIMARY KEY);"
    "CREATE TABLE logs (id bigserial, kind text NOT NULL, feeling mood DEFAULT 'ok',"
    " feelings mood[], user_id int REFERENCES users, size bigint,"
    " twice bigint GENERATED ALWAYS AS (size * 2) STORED, PRIMARY KEY (id, kind))"
    " PARTITION BY LIST (kind);"
    "CREATE TABLE logs_a PARTITION OF logs FOR VALUES IN ('a');"
    "CREATE TABLE logs_rest PARTITION OF logs DEFAULT;"
    "CREATE INDEX logs_kind ON logs (kind);"
    "CREATE TABLE notes (log bigint);"
    "CREATE TABLE hits (id int, at date) PARTITION BY RANGE (at);"
    "CREATE TABLE hits_1 PARTITION OF hits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')"
    " PARTITION BY HASH (id);"
    "CREATE TABLE hits_1_a PARTITION OF hits_1 FOR VALUES WITH (MODULUS 1, REMAINDER 0);"
    "GRANT UPDATE, DELETE ON logs TO PUBLIC;";

/// The trigger refuses what is inserted: the rows come back before it.
const char* const readers =
    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''fired''; END';"
    "CREATE TRIGGER refusing AFTER INSERT ON logs FOR EACH ROW EXECUTE FUNCTION refuse();"
    "CREATE VIEW seen AS SELECT * FROM logs;"
    "CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM logs;";

const char* const rows = "INSERT INTO users DEFAULT VALUES;"
                         "INSERT INTO logs (kind, feelings, user_id, size)"
                         " SELECT CASE WHEN n % 2 = 0 THEN 'a' ELSE 'b' END, '{sad,ok}', 1, n FROM "
                         "generate_series(1, 10) n;"
                         "INSERT INTO hits VALUES (1, '2024-05-05'), (2, '2024-06-06');";

void change(const scratch_database& from,
            const scratch_database& to,
            const std::vector<std::string>& options) {
  const outcome made = diff(from, to, options);
  INFO(made.out << made.errors);
  REQUIRE(made.code == 1);
  from.open()->execute(made.out);
  const outcome again = diff(from, to);
  INFO(again.out);
  CHECK(again.code == 0);
}

std::string sole(const scratch_database& database, const std::string& query) {
  return std::get<std::string>(database.open()->query(query).rows.front().front());
}

void check_rows(const scratch_database& of) {
  CHECK(sole(of,
             "SELECT concat_ws(' ', count(*), sum(id), sum(size), sum(twice), min(feeling::text),"
             " min(feelings::text)) FROM logs") == "10 55 55 110 ok {sad,ok}");
  CHECK(
      sole(of, "SELECT string_agg(tableoid::regclass || ' ' || id, ', ' ORDER BY id) FROM hits") ==
      "hits_1_a 1, hits_1_a 2");
  CHECK(sole(of, "SELECT n::text FROM counted") == "10");
}

} // namespace

TEST_CASE("a table that is partitioned in another way keeps its rows", "[tool]") {
  if (testing::tested_dialects().size() < 2)
    return;
  const std::vector<std::string> options =
      GENERATE(std::vector<std::string>{"--acknowledge-all"},
               std::vector<std::string>{"--acknowledge-all", "--fast"});
  const scratch_database database(dialect::postgresql);
  const scratch_database aim(dialect::postgresql);
  const scratch_database start(dialect::postgresql);
  start.open()->execute(std::string(before) + readers);
  aim.open()->execute(std::string(after) + readers);
  database.open()->execute(std::string(before) + rows + readers +
                           "REFRESH MATERIALIZED VIEW counted");

  change(database, aim, options);
  check_rows(database);
  CHECK(sole(database, "SELECT string_agg(tableoid::regclass::text, ' ' ORDER BY id) FROM logs") ==
        "logs_rest logs_a logs_rest logs_a logs_rest logs_a logs_rest logs_a logs_rest logs_a");
  CHECK(sole(database, "SELECT nextval('logs_id_seq')::text") == "11");

  change(database, start, options);
  check_rows(database);
  CHECK(sole(database, "SELECT count(*)::text FROM pg_class WHERE relname LIKE '%strata%'") == "0");
}

TEST_CASE("the values of a column that is renamed meanwhile stay", "[tool]") {
  if (testing::tested_dialects().size() < 2)
    return;
  const scratch_database database(dialect::postgresql);
  const scratch_database aim(dialect::postgresql);
  database.open()->execute("CREATE TABLE hits (id int, mark int, gone int);"
                           "INSERT INTO hits VALUES (1, 7, 0)");
  aim.open()->execute("CREATE TABLE hits (id int, grade int, fresh int) PARTITION BY LIST (id);"
                      "CREATE TABLE hits_1 PARTITION OF hits FOR VALUES IN (1)");
  change(database, aim, {"--acknowledge-all", "--rename", "hits.mark=grade"});
  CHECK(sole(database, "SELECT concat_ws(' ', id, grade, fresh) FROM hits") == "1 7");
}

TEST_CASE("a table that keeps no column is not the same one partitioned otherwise", "[tool]") {
  if (testing::tested_dialects().size() < 2)
    return;
  const scratch_database database(dialect::postgresql);
  const scratch_database aim(dialect::postgresql);
  database.open()->execute("CREATE TABLE hits (id int)");
  aim.open()->execute("CREATE TABLE hits (at date) PARTITION BY LIST (at)");
  const outcome made = diff(database, aim);
  CHECK(made.code == 3);
  CHECK(made.errors.find("[S332]") != std::string::npos);
}

TEST_CASE("rows that no partition takes stop the change, and nothing is lost", "[tool]") {
  if (testing::tested_dialects().size() < 2)
    return;
  const scratch_database database(dialect::postgresql);
  const scratch_database aim(dialect::postgresql);
  database.open()->execute("CREATE TABLE hits (id int); INSERT INTO hits VALUES (1), (2)");
  aim.open()->execute("CREATE TABLE hits (id int) PARTITION BY LIST (id);"
                      "CREATE TABLE hits_1 PARTITION OF hits FOR VALUES IN (1)");
  const outcome made = diff(database, aim);
  REQUIRE(made.code == 1);
  CHECK_THROWS_AS(database.open()->execute(made.out), strata::error);
  CHECK(sole(database, "SELECT count(*)::text FROM hits") == "2");
}
