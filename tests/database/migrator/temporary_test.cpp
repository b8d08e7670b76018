// Temporary objects of the caller's session, which no step may take for the schema's own.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/migrator.hpp>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("SQLite: a temporary object of the caller's session is refused by name", "[migrator]") {
  struct temporary {
    std::string type;
    std::string name;
    std::string rest;
  };

  for (const auto& [type, name, rest] :
       {temporary{"table", "items", "(id INTEGER)"},
        temporary{"view", "PARTS", "AS SELECT 1 AS id"},
        temporary{"trigger", "told", "AFTER UPDATE ON main.items BEGIN SELECT 1; END"}}) {
    const scratch_database database(dialect::sqlite);
    make_old(database);
    const auto session = database.open();
    session->execute("CREATE TEMP " + type + " " + name + " " + rest);
    const std::string before = snapshot(*database.open());
    migrator migrating(*session, inventory(), with_drafts());
    const auto refused =
        ContainsSubstring("[R043] the session has a temporary " + type + " \"" + name + "\"");
    CHECK_THROWS_WITH(migrating.upgrade(), refused);
    CHECK_THROWS_WITH(migrating.downgrade(0, true), refused);
    CHECK_THROWS_WITH(migrating.stamp(5), refused);
    CHECK(snapshot(*database.open()) == before);
    CHECK(upgrades(*database.open()) == "1");
    session->execute("DROP " + type + " temp." + name);
    CHECK(migrating.upgrade().to == 5);
  }
}

TEST_CASE("PostgreSQL: a temporary table does not stand before the schema's own", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database beside(on);
    make_old(beside);
    migrator(beside.url(), inventory(), with_drafts()).upgrade();
    for (const std::string path : {"public", "pg_temp, public"}) {
      const scratch_database database(on);
      make_old(database);
      const auto session = database.open();
      session->execute(
          "CREATE TEMP TABLE items (id bigint, name text); INSERT INTO items VALUES "
          "(7, 'mine'); CREATE TEMP VIEW parts AS SELECT 1 AS one; SET search_path = " +
          path);
      CHECK(migrator(*session, inventory(), with_drafts()).upgrade().to == 5);
      CHECK(snapshot(*database.open()) == snapshot(*beside.open()));
      CHECK(single(*session, "SELECT i::text FROM pg_temp.items i") == "(7,mine)");
      CHECK(single(*session, "SELECT p::text FROM pg_temp.parts p") == "(1)");
    }
  }
}
