// What a table does with rows that break its constraints is for programs, never for a migration.
#include "codegen/plan/sqlite_conflict.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/plan/schemas.hpp"
#include "tests/unit/plan/sqlite_memory.hpp"

#include <stdexcept>

using namespace strata;
using namespace strata::testing;
using model::conflict_action;

namespace {

model::table people(conflict_action of_key, conflict_action of_null = conflict_action::abort) {
  model::table made = table("people", {identity("id"), column("name"), column("code")});
  made.columns[1].on_null = of_null;
  model::unique_constraint once;
  once.name = "people_code_key";
  once.columns = {"code"};
  once.on_conflict = of_key;
  made.uniques = {once};
  return made;
}

std::string change(sqlite_memory& database, const model::version& from, const model::version& to) {
  diagnostics found;
  const std::string up = codegen::make_migration(on_sqlite, &from, to, found).up;
  REQUIRE(found.empty());
  try {
    database.migrate(up);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "well";
}

void make(sqlite_memory& database, const model::version& first, const char* rows) {
  diagnostics found;
  database.migrate(codegen::make_migration(on_sqlite, nullptr, first, found).up);
  REQUIRE(found.empty());
  database.run(rows);
}

constexpr const char* alike = "INSERT INTO people VALUES (1, 'a', 'x'), (2, 'b', 'x')";

} // namespace

TEST_CASE("the database does what a conflict clause says", "[plan]") {
  const auto [clause, left] = GENERATE(Catch::Generators::table<conflict_action, std::string>(
      {{conflict_action::ignore, "1"}, {conflict_action::replace, "2"}}));
  sqlite_memory database;
  make(database, version({people(clause)}), alike);
  CHECK(database.ask("SELECT id FROM people") == left);
}

TEST_CASE("rows that break a new clause's constraint stop the rebuild and stay", "[plan]") {
  const auto clause =
      GENERATE(conflict_action::ignore, conflict_action::replace, conflict_action::fail);
  model::table before = people(conflict_action::abort);
  before.uniques.clear();
  sqlite_memory database;
  make(database, version({before}), alike);
  CHECK(change(database, version({before}), version({people(clause)})) ==
        "UNIQUE constraint failed: people__strata_new.code");
  database.run("ROLLBACK");
  CHECK(database.ask("SELECT id FROM people") == "1;2");
}

TEST_CASE("a backfill deletes no rows of a table that replaces", "[plan]") {
  model::version from = version({people(conflict_action::replace)});
  from.schema.tables[0].columns[2].nullable = true;
  model::version to = from;
  to.transition.backfills = {backfill("people", "code", "'x'")};
  sqlite_memory database;
  make(database, from, "INSERT INTO people VALUES (1, 'a', NULL), (2, 'b', NULL)");
  CHECK(change(database, from, to) == "UNIQUE constraint failed: people.code");
  database.run("ROLLBACK");
  CHECK(database.ask("SELECT id FROM people") == "1;2");
}

TEST_CASE("reference rows take no other row's place", "[plan]") {
  const model::version from = version({people(conflict_action::replace)});
  model::version to = from;
  model::reference_rows& rows = to.schema.tables[0].rows.emplace();
  rows.columns = {"id", "name", "code"};
  rows.rows.emplace_back().values = {number(7), text("c"), text("x")};
  sqlite_memory database;
  make(database, from, "INSERT INTO people VALUES (1, 'a', 'x')");
  CHECK(change(database, from, to) == "UNIQUE constraint failed: people.code");
  database.run("ROLLBACK");
  CHECK(database.ask("SELECT id FROM people") == "1");
}

TEST_CASE("statements on tables without a clause are as they ever were", "[plan]") {
  std::deque<codegen::action> all(1);
  all[0].run(codegen::sql::copy_rows{{"", "people"}, {"", "new"}, {"id"}, {"id"}});
  all[0].run(codegen::sql::fill_column{{"", "people"}, "code", "''", ""});
  const std::deque<codegen::action> before = all;
  model::schema schema;
  schema.tables = {people(conflict_action::abort)};
  codegen::overrule_conflict_clauses(all, schema, schema);
  CHECK(all[0].statements == before[0].statements);
  model::schema clause;
  clause.tables = {people(conflict_action::abort, conflict_action::ignore)};
  codegen::overrule_conflict_clauses(all, clause, schema);
  CHECK(all[0].statements != before[0].statements);
}
