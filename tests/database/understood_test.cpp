// The catalogue's values and columns that nobody here knows: refused by name, whatever they are.
#include "codegen/inspect/inspection_error.hpp"
#include "codegen/inspect/postgresql.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/database.hpp"
#include "tests/support/live_database.hpp"

#include <pqxx/pqxx>

#include <algorithm>

using namespace strata;
using namespace strata::testing;

namespace {

/// What a later server might have put there.
struct odd_value {
  const char* objects;
  const char* change;
  const char* name; ///< Of the object and of the value.
};

#define STRATA_ODD_FUNCTION "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'"
#define STRATA_ODD_TRIGGER                                                                         \
  "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return null; end';"              \
  "CREATE TABLE t (a int); CREATE TRIGGER g BEFORE INSERT ON t EXECUTE FUNCTION f()"

constexpr odd_value odd_values[] = {
    {"CREATE TABLE t (a int)",
     "pg_attribute SET attgenerated = 'w' WHERE attrelid = 't'::regclass AND attname = 'a'",
     "column a of table t, whose attgenerated is w"},
    {"CREATE TABLE t (a int)",
     "pg_attribute SET attidentity = 'w' WHERE attrelid = 't'::regclass AND attname = 'a'",
     "column a of table t, whose attidentity is w"},
    {"CREATE TABLE t (a text)",
     "pg_attribute SET attstorage = 'w' WHERE attrelid = 't'::regclass AND attname = 'a'",
     "column a of table t, whose attstorage is w"},
    {"CREATE TABLE t (a int)",
     "pg_class SET relreplident = 'w' WHERE oid = 't'::regclass",
     "table t, whose relreplident is w"},
    {"CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0))",
     "pg_constraint SET contype = 'w' WHERE conname = 'c'",
     "constraint c on table t, whose contype is w"},
    {"CREATE TABLE t (a int PRIMARY KEY, b int CONSTRAINT c REFERENCES t)",
     "pg_constraint SET confmatchtype = 'p' WHERE conname = 'c'",
     "constraint c on table t, whose confmatchtype is p"},
    {"CREATE TABLE t (a int PRIMARY KEY, b int CONSTRAINT c REFERENCES t)",
     "pg_constraint SET confdeltype = 'w' WHERE conname = 'c'",
     "constraint c on table t, whose confdeltype is w"},
    {"CREATE TYPE e AS ENUM ('a')",
     "pg_type SET typtype = 'w' WHERE typname = 'e'",
     "type e, whose typtype is w"},
    {STRATA_ODD_FUNCTION,
     "pg_proc SET prokind = 'z' WHERE proname = 'f'",
     "function f(), whose prokind is z"},
    {STRATA_ODD_FUNCTION,
     "pg_proc SET provolatile = 'z' WHERE proname = 'f'",
     "function f(), whose provolatile is z"},
    {STRATA_ODD_TRIGGER,
     "pg_trigger SET tgenabled = 'z' WHERE tgname = 'g'",
     "trigger g on table t, whose tgenabled is z"},
    {STRATA_ODD_TRIGGER,
     "pg_trigger SET tgtype = tgtype | 128 WHERE tgname = 'g'",
     "trigger g on table t, whose tgtype is "},
    {"CREATE TABLE t (a int); CREATE POLICY p ON t",
     "pg_policy SET polcmd = 'z' WHERE polname = 'p'",
     "policy p on table t, whose polcmd is z"},
    {"CREATE TABLE t (a int) PARTITION BY LIST (a)",
     "pg_partitioned_table SET partstrat = 'z' WHERE partrelid = 't'::regclass",
     "table t, whose partstrat is z"},
    {"CREATE TABLE t (a int); CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING",
     "pg_rewrite SET ev_enabled = 'z' WHERE rulename = 'r'",
     "rule r on table t, whose ev_enabled is z"},
    {"CREATE TABLE t (a int, b int); CREATE STATISTICS s (ndistinct) ON a, b FROM t",
     "pg_statistic_ext SET stxkind = '{z}' WHERE stxname = 's'",
     "statistics object s, whose stxkind is {z}"},
    {"CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE o PARTITION OF t DEFAULT",
     "pg_inherits SET inhdetachpending = true WHERE inhrelid = 'o'::regclass",
     "table o, whose inhdetachpending is true"},
};

std::vector<std::string> unsupported_in(const std::string& url, int newest_known) {
  pqxx::connection connection(url);
  pqxx::work work(connection);
  codegen::left_out nothing;
  try {
    codegen::inspect_postgresql(work, nothing, newest_known);
  } catch (const codegen::inspection_error& error) {
    return error.unsupported();
  }
  return {};
}

bool has_beginning(const std::vector<std::string>& all, const std::string& name) {
  return std::ranges::any_of(all, [&](const auto& each) { return each.starts_with(name); });
}

} // namespace

TEST_CASE("a value of the catalogue that is not known is named", "[inspect]") {
  for (const dialect which : tested_dialects()) {
    if (which != dialect::postgresql)
      continue;
    const scratch_database scratch(which);
    for (const odd_value& each : odd_values) {
      INFO(each.change);
      pqxx::connection connection(scratch.url());
      pqxx::work work(connection); // Undone at its end.
      work.exec("SET LOCAL allow_system_table_mods = on");
      work.exec(each.objects);
      work.exec(std::string("UPDATE pg_catalog.") + each.change);
      codegen::left_out nothing;
      try {
        codegen::inspect_postgresql(work, nothing);
        FAIL_CHECK("it was read");
      } catch (const codegen::inspection_error& error) {
        CHECK(has_beginning(error.unsupported(), each.name));
      }
    }
  }
}

TEST_CASE("what a server has that is newer than all that were tried is named", "[inspect]") {
  for (const dialect which : tested_dialects()) {
    if (which != dialect::postgresql)
      continue;
    const scratch_database scratch(which);
    const auto live = open_postgresql(scratch.url());
    if (live->query("SHOW server_version_num").front() < "150000")
      return;
    live->execute("CREATE TABLE t (a int, b int CONSTRAINT u UNIQUE)");
    CHECK(unsupported_in(scratch.url(), 14).empty());
    live->execute("ALTER TABLE t ADD CONSTRAINT v UNIQUE NULLS NOT DISTINCT (a)");
    CHECK(has_beginning(unsupported_in(scratch.url(), 14),
                        "index v, whose indnullsnotdistinct is true"));
    CHECK(unsupported_in(scratch.url(), codegen::newest_postgresql).empty());
  }
}
