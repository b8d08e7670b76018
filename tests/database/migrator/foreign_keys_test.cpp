// SQLite's foreign keys around a rebuild.
#include "src/runtime/foreign_keys.hpp"
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/migrator.hpp>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

/// Rebuilds items with the rows that `where` keeps.
std::string rebuild(const std::string& where) {
  return R"(-- strata: step 1 [contract] [foreign-keys-off]
CREATE TABLE "new_items" ("id" INTEGER PRIMARY KEY, "name" TEXT NOT NULL);
INSERT INTO "new_items" SELECT "id", "name" FROM "items" WHERE )" +
         where + ";\nDROP TABLE \"items\";\nALTER TABLE \"new_items\" RENAME TO \"items\";\n";
}

} // namespace

TEST_CASE("a rebuild keeps the children", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  const auto session = database.open();
  migrator(*session, inventory(), with_drafts()).upgrade();
  CHECK(single(*session, "SELECT count(*) FROM parts") == "3");
  CHECK(single(*session, "PRAGMA foreign_keys") == "1");
}

TEST_CASE("a rebuild that loses parents is rolled back", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  const std::string before = snapshot(*database.open());
  edited_inventory edited;
  const std::string script = rebuild("id = 1");
  edited.script(2, dialect::sqlite).up = script;

  CHECK_THROWS_WITH(migrator(database.url(), edited.first(2)).upgrade(),
                    ContainsSubstring("[R026]") && ContainsSubstring("parts (2)"));
  CHECK(snapshot(*database.open()) == before);
}

TEST_CASE("rows that were broken before do not stop a rebuild", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  const auto session = database.open();
  session->execute("PRAGMA foreign_keys = 0; INSERT INTO parts VALUES (13, 7, 'lost')");
  edited_inventory edited;
  const std::string script = rebuild("true");
  edited.script(2, dialect::sqlite).up = script;

  migrator(*session, edited.first(2)).upgrade();

  CHECK(single(*session, "SELECT count(*) FROM parts") == "4");
  CHECK(single(*session, "PRAGMA foreign_keys") == "0"); // As the caller had it.
}

TEST_CASE("a violation moves with a table that is renamed", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  const auto session = database.open();
  session->execute("PRAGMA foreign_keys = 0; INSERT INTO parts VALUES (13, 7, 'lost')");
  edited_inventory edited;
  edited.script(2, dialect::sqlite).up =
      "-- strata: step 1 [contract] [foreign-keys-off]\nALTER TABLE parts RENAME TO pieces;\n";
  migrator(*session, edited.first(2)).upgrade();
  CHECK(single(*session, "SELECT count(*) FROM pieces") == "4");
}

TEST_CASE("rows of a table without rowids are compared by their key values", "[migrator]") {
  for (const std::string references : {"items", "items (id)", "nowhere"}) {
    const scratch_database database(dialect::sqlite);
    make_old(database);
    const auto session = database.open();
    session->execute("PRAGMA foreign_keys = 0; CREATE TABLE marks (a TEXT, b INTEGER REFERENCES " +
                     references +
                     ", PRIMARY KEY (a, b)) WITHOUT ROWID; INSERT INTO marks VALUES ('x', 1), "
                     "('y', 2), ('z', 7)");
    edited_inventory edited;
    // One violation goes and another comes: their number stays the same.
    const std::string script = rebuild("id = 1") + "DELETE FROM marks WHERE b = 7;\nDELETE FROM "
                                                   "parts WHERE item_id = 2;\n";
    edited.script(2, dialect::sqlite).up = script;
    migrator migrating(*session, edited.first(2));
    if (references == "nowhere") {
      CHECK(migrating.upgrade().to == 2); // What was broken before is all that is broken.
    } else {
      CHECK_THROWS_WITH(migrating.upgrade(),
                        ContainsSubstring("[R026]") && ContainsSubstring("marks (2)"));
    }
  }
}

TEST_CASE("rows without rowids that were broken before do not stop a rebuild", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  const auto session = database.open();
  session->execute(
      "PRAGMA foreign_keys = 0; CREATE TABLE pairs (a TEXT, b INTEGER, PRIMARY KEY (b, a)) WITHOUT "
      "ROWID; CREATE TABLE marks (n INTEGER PRIMARY KEY, a TEXT, b INTEGER, FOREIGN KEY (b, a) "
      "REFERENCES pairs) WITHOUT ROWID; INSERT INTO marks VALUES (1, 'x', 7), (2, 'x', 7), "
      "(3, NULL, 7)");
  edited_inventory edited;
  const std::string script = rebuild("true");
  edited.script(2, dialect::sqlite).up = script;
  CHECK(migrator(*session, edited.first(2)).upgrade().to == 2);
}

TEST_CASE("the step's own statements run with foreign keys on", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  const auto session = database.open();
  session->execute("PRAGMA foreign_keys = 0");
  edited_inventory edited;
  edited.script(2, dialect::sqlite).up =
      "-- strata: step 1 [data]\nDELETE FROM items WHERE id = 1;\n";
  migrator(*session, edited.first(2)).upgrade();
  CHECK(single(*session, "SELECT count(*) FROM parts") == "1"); // The children went by cascade.
}

TEST_CASE("keys that SQLite cannot check are compared all the same", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  const auto session = database.open();
  session->execute("PRAGMA foreign_keys = 0;"
                   "CREATE TABLE people (id INTEGER PRIMARY KEY, nick TEXT);"
                   "CREATE TABLE notes (id INTEGER PRIMARY KEY, nick TEXT REFERENCES people (NICK),"
                   " ghost INTEGER REFERENCES ghosts, person INTEGER REFERENCES people (uid));"
                   "INSERT INTO people VALUES (1, 'ann'), (2, 'ann');"
                   "INSERT INTO notes VALUES (1, 'ann', 7, NULL), (2, 'bob', NULL, NULL)");
  const auto before = strata::detail::find_violations(*session);
  CHECK(before.counts == decltype(before.counts){{{"notes", "'bob'"}, 1}, {{"notes", "7"}, 1}});
  session->execute("INSERT INTO notes VALUES (3, 'cid', NULL, NULL)");
  CHECK(strata::detail::new_violations(before, strata::detail::find_violations(*session)) ==
        "notes ('cid')");
}
