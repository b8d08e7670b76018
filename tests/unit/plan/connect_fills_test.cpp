// Backfills that read what another table gets in the same version.
#include "tests/support/catch.hpp"
#include "tests/unit/plan/schemas.hpp"
#include "tests/unit/plan/sqlite_memory.hpp"

using namespace strata;
using namespace strata::testing;
using model::type_kind;

namespace {

// By name and by declaration, the reader is the first.
model::table cameras() {
  return table("cameras", {identity("id"), column("site_id", type_kind::bigint)});
}

model::table sites() { return table("sites", {identity("id"), column("name")}); }

model::version with_codes() {
  model::table sites_after = sites();
  sites_after.columns.push_back(column("code"));
  model::table cameras_after = cameras();
  cameras_after.columns.push_back(column("site_code"));
  model::version to = version({cameras_after, sites_after});
  to.transition.backfills = {
      backfill("cameras", "site_code", "(select s.code from sites s where s.id = site_id)"),
      backfill("sites", "code", "upper(name)")};
  return to;
}

std::string sql_on(const target& on, const model::version& from, const model::version& to) {
  diagnostics found;
  const std::string up = codegen::make_migration(on, &from, to, found).up;
  REQUIRE(found.empty());
  return up;
}

} // namespace

TEST_CASE("a backfill reads what another one has filled", "[plan]") {
  const model::version from = version({cameras(), sites()});
  diagnostics found;
  sqlite_memory database;
  database.migrate(codegen::make_migration(on_sqlite, nullptr, from, found).up);
  database.run("INSERT INTO sites VALUES (1, 'yard'); INSERT INTO cameras VALUES (1, 1)");
  database.migrate(sql_on(on_sqlite, from, with_codes()));
  CHECK(database.ask("SELECT site_code FROM cameras") == "YARD");
  const std::string up = sql_on(on_postgresql, from, with_codes());
  const auto data = up.find("[data]");
  const auto filled = up.find("SET \"code\" = upper(name)");
  CHECK(data < filled);
  CHECK(filled < up.find("SET \"site_code\" ="));
  CHECK(up.find("SET \"site_code\" =") < up.find("[contract]"));
}

TEST_CASE("a backfill reads a column that takes the name of a renamed one", "[plan]") {
  model::version from = version({cameras(), sites()});
  from.schema.tables.back().columns.push_back(column("code"));
  model::version to = with_codes();
  to.schema.tables.back().columns.push_back(column("old_code"));
  model::rename renamed;
  renamed.kind = model::object_kind::column;
  renamed.owner = {"", "sites"};
  renamed.from = {"", "code"};
  renamed.to = "old_code";
  to.transition.renames = {renamed};
  const std::string up = sql_on(on_postgresql, from, to);
  CHECK(up.find("RENAME COLUMN \"code\" TO \"old_code\"") < up.find("ADD COLUMN \"code\""));
  CHECK(up.find("ADD COLUMN \"code\"") < up.find("SET \"code\" = upper(name)"));
  CHECK(up.find("SET \"code\" = upper(name)") < up.find("SET \"site_code\" ="));
}

TEST_CASE("backfills that read each other stay in some order", "[plan]") {
  const model::version from = version({cameras(), sites()});
  model::version to = with_codes();
  to.transition.backfills.back() =
      backfill("sites", "code", "(select max(c.site_code) from cameras c)");
  CHECK_FALSE(sql_on(on_postgresql, from, to).empty());
}

TEST_CASE("a backfill runs beside a new type where a table that referred to it goes", "[plan]") {
  model::table parents = table("parents", {identity("id"), column("note", type_kind::varchar)});
  model::table children =
      table("children", {identity("id"), column("parent_id", type_kind::bigint)});
  children.foreign_keys = {foreign_key("children_parent_id_fkey", "parent_id", "parents", "id")};
  const model::version from = version({parents, children});
  parents.columns[1].type = type(type_kind::text);
  parents.columns.push_back(column("made_by"));
  model::version to = version({parents});
  to.transition.backfills = {backfill("parents", "made_by", "'x'")};
  diagnostics found;
  const std::string up = codegen::make_migration(on_postgresql, &from, to, found).up;
  for (const codegen::finding& one : found.sorted())
    FAIL(one.message);
  CHECK(found.empty());
  CHECK(up.find("UPDATE \"parents\"") < up.find("DROP TABLE \"children\""));
}
