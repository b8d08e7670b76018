// Each kind of object that PostgreSQL has and the model has not is refused by its name.
#include "codegen/inspect/inspection_error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/database.hpp"
#include "tests/support/live_database.hpp"

#include <algorithm>

using namespace strata;
using namespace strata::testing;

namespace {

struct kind {
  const char* made_by;
  const char* name;
  int since = 0; ///< The server's version, as `server_version_num` has it.
};

#define STRATA_TRIGGER_FUNCTION                                                                    \
  "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return null; end';"
#define STRATA_FOREIGN_SERVER                                                                      \
  "CREATE FOREIGN DATA WRAPPER far; CREATE SERVER there FOREIGN DATA WRAPPER far;"

constexpr kind kinds[] = {
    {"CREATE TEXT SEARCH PARSER p (START = prsd_start, GETTOKEN = prsd_nexttoken,"
     " END = prsd_end, LEXTYPES = prsd_lextype)",
     "text search parser p"},
    {"CREATE TEXT SEARCH TEMPLATE t (LEXIZE = dsimple_lexize)", "text search template t"},
    {"CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple)", "text search dictionary d"},
    {"CREATE TEXT SEARCH CONFIGURATION c (COPY = english)", "text search configuration c"},
    {"CREATE OPERATOR FAMILY f USING btree", "operator family f"},
    {"CREATE OPERATOR CLASS o FOR TYPE int USING btree AS FUNCTION 1 btint4cmp(int, int)",
     "operator class o"},
    {"CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)",
     "operator ===(integer,integer)"},
    {"CREATE COLLATION c (LOCALE = 'C')", "collation c"},
    {"CREATE CONVERSION c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8", "conversion c"},
    {"CREATE CAST (text AS int) WITH INOUT", "cast from text to integer"},
    {"CREATE TYPE s", "shell type s"},
    {"CREATE TYPE b; CREATE FUNCTION i(cstring) RETURNS b LANGUAGE internal STRICT AS 'int4in';"
     "CREATE FUNCTION o(b) RETURNS cstring LANGUAGE internal STRICT AS 'int4out';"
     "CREATE TYPE b (INPUT = i, OUTPUT = o, INTERNALLENGTH = 4, PASSEDBYVALUE)",
     "base type b"},
    {"CREATE FUNCTION h() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql',"
     " 'plpgsql_call_handler'; CREATE LANGUAGE mine HANDLER h",
     "language mine"},
    {"CREATE TYPE c AS (a int); CREATE FUNCTION x(internal) RETURNS internal IMMUTABLE"
     " LANGUAGE internal AS 'textin';"
     "CREATE TRANSFORM FOR c LANGUAGE plpgsql (FROM SQL WITH FUNCTION x(internal))",
     "transform for c language plpgsql"},
    {"CREATE ACCESS METHOD m TYPE INDEX HANDLER gisthandler", "access method m"},
    {"CREATE FOREIGN DATA WRAPPER far", "foreign data wrapper far"},
    {STRATA_FOREIGN_SERVER, "foreign server there"},
    {STRATA_FOREIGN_SERVER
     "CREATE USER MAPPING FOR PUBLIC SERVER there OPTIONS (password 'secret')",
     "user mapping for public on foreign server there"},
    {STRATA_FOREIGN_SERVER "CREATE FOREIGN TABLE f (a int) SERVER there", "foreign table f"},
    {"CREATE PUBLICATION p FOR ALL TABLES", "publication p"},
    {"CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'begin end';"
     "CREATE EVENT TRIGGER t ON ddl_command_end EXECUTE FUNCTION e()",
     "event trigger t"},
    {"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC",
     "default privileges for role postgres in schema public on tables"},
    {"REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC", "privileges on language plpgsql"},
    {"CREATE TABLE t (a int); REVOKE ALL ON t FROM CURRENT_USER",
     "privileges that its owner lacks on table t"},
    {"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';"
     "REVOKE ALL ON FUNCTION f() FROM CURRENT_USER",
     "privileges that its owner lacks on function f()"},
    {"CREATE TYPE pair AS (a int); CREATE TABLE t OF pair", "table t, of a type"},
    {"CREATE VIEW v AS SELECT 1 AS a; ALTER VIEW v ALTER a SET DEFAULT 3",
     "default of column a of view v"},
    {"CREATE TABLE t (a int, CONSTRAINT i EXCLUDE USING btree ((a + 1) WITH =));"
     "ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 77",
     "index i, whose columns have statistics or storage settings"},
    {"CREATE TABLE t (a int CONSTRAINT nn NOT NULL); COMMENT ON CONSTRAINT nn ON t IS 'secret'",
     "comment on constraint nn of t, which is NOT NULL",
     180000},
    {"CREATE MATERIALIZED VIEW v AS SELECT 'x'::text AS a; ALTER MATERIALIZED VIEW v ALTER a SET"
     " STORAGE MAIN",
     "materialized view v, whose columns have statistics or storage settings"},
    {"CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE INDEX i ON v (a);"
     "ALTER MATERIALIZED VIEW v CLUSTER ON i",
     "materialized view v, which is clustered"},
    {"CREATE EXTENSION citext; CREATE TABLE t (a int); CREATE INDEX i ON t (a);"
     "ALTER INDEX i DEPENDS ON EXTENSION citext",
     "index i, which depends on extension citext"},
    {STRATA_TRIGGER_FUNCTION
     "CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE one PARTITION OF t DEFAULT;"
     "CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();"
     "ALTER TABLE one DISABLE TRIGGER g",
     "trigger g on partition one, which fires otherwise than its parent's"},
    {"CREATE TABLE t (a int CONSTRAINT u UNIQUE); COMMENT ON INDEX u IS 'x'",
     "comment on the index of constraint u"},
    {"CREATE TABLE t (a int, CONSTRAINT k CHECK (a > 0)) PARTITION BY LIST (a);"
     "CREATE TABLE one PARTITION OF t DEFAULT; COMMENT ON CONSTRAINT k ON one IS 'x'",
     "comment on constraint k of partition one, which is its parent's"},
    {"CREATE TABLE t (a int PRIMARY KEY) PARTITION BY LIST (a);"
     "CREATE TABLE one PARTITION OF t DEFAULT; COMMENT ON CONSTRAINT one_pkey ON one IS 'x'",
     "comment on constraint one_pkey of partition one, which is its parent's"},
    {"CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY); COMMENT ON SEQUENCE t_a_seq IS 'x'",
     "comment on the identity's sequence t_a_seq"},
};

} // namespace

TEST_CASE("each kind that the model has no word for is named", "[inspect]") {
  for (const dialect which : tested_dialects()) {
    if (which != dialect::postgresql)
      continue;
    for (const kind& each : kinds) {
      const scratch_database scratch(which);
      if (scratch.open()->server_version() < each.since)
        continue;
      const auto live = open_postgresql(scratch.url());
      live->execute(each.made_by);
      INFO(each.made_by);
      try {
        live->inspect();
        FAIL("it was read");
      } catch (const codegen::inspection_error& error) {
        CHECK(std::ranges::count(error.unsupported(), each.name) == 1);
        CHECK(std::string(error.what()).find("secret") == std::string::npos);
      }
    }
  }
}

TEST_CASE("a subscription is named, without what it connects by", "[inspect]") {
  for (const dialect which : tested_dialects()) {
    if (which != dialect::postgresql)
      continue;
    const scratch_database scratch(which);
    const auto live = open_postgresql(scratch.url());
    live->execute("CREATE SUBSCRIPTION strata_s CONNECTION 'host=x password=secret' PUBLICATION p "
                  "WITH (connect = false, slot_name = NONE)");
    std::string problem;
    try {
      live->inspect();
    } catch (const codegen::inspection_error& error) {
      problem = error.what();
    }
    live->execute("DROP SUBSCRIPTION strata_s"); // No database with one can be dropped.
    CHECK(problem.find("subscription strata_s") != std::string::npos);
    CHECK(problem.find("secret") == std::string::npos);
  }
}
