// What `strata diff` does to values when types change, and what it says of that.
#include "tests/database/tool/converging.hpp"

using namespace strata;
using strata::testing::diff;
using strata::testing::execute_each;
using strata::testing::outcome;
using strata::testing::scratch_database;

namespace {

struct change_case {
  const char* from;
  const char* to;
  const char* value;
  const char* wanted;
  bool loses;
};

std::string first_value(const scratch_database& on, const std::string& query) {
  const auto session = on.open();
  session->execute("SET TimeZone = 'UTC'");
  const auto rows = session->query(query).rows;
  const auto* text = rows.empty() ? nullptr : std::get_if<std::string>(&rows[0][0]);
  return text == nullptr ? "(null)" : *text;
}

const std::vector<change_case> changes = {
    {"bit(8)", "integer", "B'00000101'", "5", false},
    {"boolean", "integer", "true", "1", false},
    {"money", "numeric(12,2)", "'12.30'", "12.30", false},
    {"jsonb", "integer", "'5'", "5", true},
    {"numeric(12,4)", "numeric(12,2)", "1.2345", "1.23", true},
    {"double precision", "integer", "2.7", "3", true},
    {"timestamptz(6)",
     "timestamptz(0)",
     "'2024-01-01 00:00:00.7+00'",
     "2024-01-01 00:00:01+00",
     true},
    {"timestamp", "timestamptz", "'2024-06-30 23:30:00'", "2024-06-30 23:30:00+00", true},
    {"timestamptz", "date", "'2024-06-30 23:30:00+00'", "2024-06-30", true},
    {"date", "timestamptz", "'2024-06-30'", "2024-06-30 00:00:00+00", true},
    {"text", "integer", "'007'", "7", true},
    {"integer", "text", "7", "7", false},
    {"integer", "bigint", "7", "7", false},
    {"varchar(9)", "varchar(5)", "'abc'", "abc", false},
    {"integer[]", "bigint[]", "'{1,2}'", "{1,2}", false},
};

} // namespace

TEST_CASE("the catalogue of casts decides what values become, and a loss is said", "[tool]") {
  if (testing::tested_dialects().size() < 2)
    return;
  for (const change_case& each : changes) {
    const scratch_database from(dialect::postgresql);
    const scratch_database to(dialect::postgresql);
    const auto table = [](const std::string& type) {
      return "CREATE TABLE t (id integer PRIMARY KEY, x " + type + ");";
    };
    from.open()->execute(table(each.from) + "INSERT INTO t VALUES (1, " + each.value + ")");
    to.open()->execute(table(each.to));
    const outcome made = diff(from, to);
    INFO(made.out << made.errors);
    REQUIRE(made.code == 1);
    CHECK((made.out.find("hazard: data_loss: t.x") != std::string::npos) == each.loses);
    execute_each(from, made.out);
    CHECK(first_value(from, "SELECT x::text FROM t") == each.wanted);
    CHECK(diff(from, to).code == 0);
  }
}

TEST_CASE("the types of one table change in one statement", "[tool]") {
  if (testing::tested_dialects().size() < 2)
    return;
  const scratch_database from(dialect::postgresql);
  const scratch_database to(dialect::postgresql);
  const auto with = [](const std::string& type) {
    return "CREATE TABLE t (a " + type + " DEFAULT 1, b " + type + " CHECK (b > 0), c " + type +
           " DEFAULT 3, d " + type + "); CREATE INDEX t_c ON t (c) WHERE c > 1;";
  };
  from.open()->execute(with("integer") + "INSERT INTO t VALUES (1, 2, 3, 4)");
  to.open()->execute(with("bigint"));
  const outcome made = diff(from, to);
  INFO(made.out);
  std::size_t statements = 0;
  for (std::size_t at = made.out.find(" TYPE bigint"); at != std::string::npos;
       at = made.out.find(" TYPE bigint", at + 1))
    ++statements;
  CHECK(statements == 4);
  const std::size_t table = made.out.find("ALTER TABLE \"t\"\n  ALTER COLUMN");
  REQUIRE(table != std::string::npos);
  CHECK(made.out.find("ALTER TABLE \"t\"\n  ALTER COLUMN", table + 1) == std::string::npos);
  execute_each(from, made.out);
  CHECK(diff(from, to).code == 0);
}

TEST_CASE("types that columns hold change the long way", "[tool]") {
  testing::check_converging(
      {{"domain",
        "CREATE DOMAIN code AS varchar(5); CREATE TABLE t (c code DEFAULT 'abc', cs code[]);"
        "CREATE INDEX t_c ON t (c); CREATE VIEW v AS SELECT c FROM t;"
        "INSERT INTO t VALUES ('abcde', '{abc}');",
        "CREATE DOMAIN code AS varchar(10) NOT NULL; CREATE TABLE t (c code DEFAULT 'abc', cs "
        "code[]);"
        "CREATE INDEX t_c ON t (c); CREATE VIEW v AS SELECT c FROM t;"},
       {"within",
        "CREATE DOMAIN year AS integer CHECK (VALUE > 1900); CREATE TYPE span AS (a year, b year);"
        "CREATE TABLE t (ys year[], s span, ss span[]);"
        "INSERT INTO t VALUES ('{1950}', ROW(1950, 1951), ARRAY[ROW(1950, NULL)::span]);",
        "CREATE DOMAIN year AS integer CHECK (VALUE > 1800) CHECK (VALUE <> 1999);"
        "CREATE TYPE span AS (a year, b year); CREATE TABLE t (ys year[], s span, ss span[]);"},
       {"composite",
        "CREATE TYPE addr AS (street text, zip varchar(5)); CREATE TABLE t (h addr, o addr[]);"
        "CREATE FUNCTION mk(a addr) RETURNS text LANGUAGE sql AS 'SELECT a.zip';",
        "CREATE TYPE addr AS (street text, zip varchar(10), land text);"
        "CREATE TABLE t (h addr, o addr[]);"
        "CREATE FUNCTION mk(a addr) RETURNS text LANGUAGE sql AS 'SELECT a.zip';"}},
      "SELECT n.nspname::text, c.relname::text, a.attname::text,"
      " format_type(a.atttypid, a.atttypmod) FROM pg_attribute a JOIN pg_class c ON c.oid ="
      " a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE a.attnum > 0 AND NOT"
      " a.attisdropped AND n.nspname IN ('domain', 'within', 'composite') ORDER BY 1, 2, "
      "a.attname");
}

TEST_CASE("a foreign key makes way when its key carries a column whose type changes", "[tool]") {
  testing::check_converging(
      {{"carried",
        "CREATE TABLE p (id integer, n integer, PRIMARY KEY (id) INCLUDE (n));"
        "CREATE TABLE c (p_id integer REFERENCES p (id));"
        "INSERT INTO p VALUES (1, 2); INSERT INTO c VALUES (1);",
        "CREATE TABLE p (id integer, n bigint, PRIMARY KEY (id) INCLUDE (n));"
        "CREATE TABLE c (p_id integer REFERENCES p (id));"}},
      "SELECT conname::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'");
}

TEST_CASE("a range type that a column holds is not changed", "[tool]") {
  if (testing::tested_dialects().size() < 2)
    return;
  const scratch_database from(dialect::postgresql);
  const scratch_database to(dialect::postgresql);
  const auto holding = [](const std::string& subtype) {
    return "CREATE TYPE span AS RANGE (subtype = " + subtype + "); CREATE TABLE t (x span)";
  };
  from.open()->execute(holding("integer"));
  to.open()->execute(holding("bigint"));
  const outcome refused = diff(from, to, {"--acknowledge-all"});
  CHECK(refused.code != 0);
  CHECK(refused.errors.find("[S334]") != std::string::npos);
}
