// SQLite: what somebody made by hand on a table that a step builds anew.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/migrator.hpp>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr std::string_view rebuild_without_code =
    R"(-- strata: step 1 [contract] [foreign-keys-off]
CREATE TABLE "new_parts" ("id" INTEGER PRIMARY KEY, "item_id" INTEGER);
INSERT INTO "new_parts" SELECT "id", "item_id" FROM "parts";
DROP TABLE "parts";
ALTER TABLE "new_parts" RENAME TO "parts";
)";

/// A second version that builds parts anew, without its column code.
struct without_code : edited_inventory {
  explicit without_code(std::string_view up = rebuild_without_code) {
    script(2, dialect::sqlite).up = up;
  }
};

std::string definition(session& of, const std::string& name) {
  const auto found = of.query("SELECT sql FROM sqlite_master WHERE name = '" + name + "'");
  return found.rows.empty() ? "it is gone" : std::get<std::string>(found.rows.at(0).at(0));
}

std::string refusal(const scratch_database& database, const edited_inventory& by) {
  try {
    migrator(database.url(), by.first(2), with_drafts()).upgrade();
    return "it was done";
  } catch (const error& failed) {
    return failed.what();
  }
}

} // namespace

TEST_CASE("SQLite: an index made by hand is there after its table was built anew", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  const std::string index = "CREATE UNIQUE INDEX by_hand ON items (name, id) WHERE id > 0";
  database.open()->execute(index);
  migrator(database.url(), inventory(), with_drafts()).upgrade();
  const auto session = database.open();
  CHECK(definition(*session, "by_hand") == index);
  // What the migrations themselves drop stays dropped.
  CHECK(definition(*session, "items_site_idx") == "it is gone");
  migrator(*session, inventory(), with_drafts()).downgrade(1, true);
  CHECK(definition(*session, "by_hand") == index);
}

TEST_CASE("SQLite: a trigger made by hand is there after its table was built anew", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  const std::string trigger = "CREATE TRIGGER told AFTER UPDATE OF name ON items BEGIN INSERT INTO "
                              "seen VALUES (new.name); END";
  database.open()->execute("CREATE TABLE seen (name TEXT); " + trigger);
  migrator(database.url(), inventory(), with_drafts()).upgrade();
  const auto session = database.open();
  CHECK(definition(*session, "told") == trigger);
  session->execute("UPDATE items SET name = 'saw' WHERE id = 1");
  CHECK(single(*session, "SELECT name FROM seen") == "saw");
}

TEST_CASE("SQLite: a trigger by hand on a view is there after the view was made again",
          "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  edited_inventory all;
  all.script(2, dialect::sqlite).up =
      "-- strata: step 1 [expand]\nCREATE VIEW named AS SELECT name FROM items;\n";
  migrator(database.url(), all.first(2), with_drafts()).upgrade();
  const std::string trigger =
      "CREATE TRIGGER told INSTEAD OF INSERT ON named BEGIN SELECT new.name; END";
  database.open()->execute(trigger);
  all.script(3, dialect::sqlite).up =
      "-- strata: step 1 [contract]\nDROP VIEW named;\nCREATE VIEW named AS SELECT id, name FROM "
      "items;\n";
  migrator(database.url(), all.first(3), with_drafts()).upgrade();
  CHECK(definition(*database.open(), "told") == trigger);
}

TEST_CASE("SQLite: what cannot be made again stops the step and is named", "[migrator]") {
  for (const std::string made :
       {"CREATE INDEX by_hand ON parts (code)",
        "CREATE TRIGGER by_hand AFTER UPDATE OF code ON parts BEGIN SELECT 1; END",
        "CREATE TRIGGER by_hand AFTER INSERT ON parts BEGIN SELECT new.\"CODE\"; END"}) {
    const scratch_database database(dialect::sqlite);
    make_old(database);
    database.open()->execute(made);
    const std::string before = snapshot(*database.open());
    const std::string text = refusal(database, without_code());
    CHECK_THAT(text,
               ContainsSubstring("[R045]") && ContainsSubstring("\"by_hand\"") &&
                   ContainsSubstring("parts.code") && ContainsSubstring(made) &&
                   ContainsSubstring(made.starts_with("CREATE INDEX")
                                         ? "`DROP INDEX \"by_hand\"`"
                                         : "`DROP TRIGGER \"by_hand\"`") &&
                   ContainsSubstring("the database is at version 1"));
    CHECK(snapshot(*database.open()) == before);
    CHECK(definition(*database.open(), "by_hand") == made);
    database.open()->execute(made.starts_with("CREATE INDEX") ? "DROP INDEX by_hand"
                                                              : "DROP TRIGGER by_hand");
    CHECK(refusal(database, without_code()) == "it was done");
  }
}

TEST_CASE("SQLite: an index by hand that the new rows break stops the step", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  database.open()->execute("CREATE UNIQUE INDEX by_hand ON parts (item_id, id)");
  const without_code doubling(R"(-- strata: step 1 [contract] [foreign-keys-off]
CREATE TABLE "new_parts" ("id" INTEGER, "item_id" INTEGER, "code" TEXT);
INSERT INTO "new_parts" SELECT 1, 1, "code" FROM "parts";
DROP TABLE "parts";
ALTER TABLE "new_parts" RENAME TO "parts";
)");
  CHECK_THAT(refusal(database, doubling),
             ContainsSubstring("[R045]") && ContainsSubstring("UNIQUE constraint failed"));
}

TEST_CASE("SQLite: a table that is renamed and built anew in one step loses nothing by hand",
          "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  database.open()->execute("CREATE INDEX by_hand ON parts (code)");
  const without_code renaming(R"(-- strata: step 1 [contract] [foreign-keys-off]
ALTER TABLE "parts" RENAME TO "pieces";
CREATE TABLE "new_pieces" ("id" INTEGER PRIMARY KEY, "item_id" INTEGER, "code" TEXT);
INSERT INTO "new_pieces" SELECT "id", "item_id", "code" FROM "pieces";
DROP TABLE "pieces";
ALTER TABLE "new_pieces" RENAME TO "pieces";
)");
  CHECK_THAT(refusal(database, renaming),
             ContainsSubstring("[R045]") && ContainsSubstring("renames its table parts"));
}

TEST_CASE("SQLite: a column made by hand stops the step that would leave it out", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  database.open()->execute(
      "ALTER TABLE items ADD COLUMN remark TEXT; UPDATE items SET remark = 'x'");
  migrator migrating(database.url(), inventory(), with_drafts());
  CHECK_THROWS_WITH(migrating.upgrade(),
                    ContainsSubstring("[R045]") && ContainsSubstring("items.remark") &&
                        ContainsSubstring("`ALTER TABLE \"items\" DROP COLUMN \"remark\"`") &&
                        ContainsSubstring("the database is at version 2"));
  CHECK(single(*database.open(), "SELECT remark FROM items WHERE id = 1") == "x");
  database.open()->execute("ALTER TABLE items DROP COLUMN remark");
  CHECK(migrating.upgrade().to == 5);
}

TEST_CASE("SQLite: a view or trigger by hand that speaks of the table is told with a way on",
          "[migrator]") {
  for (const std::string made :
       {"VIEW by_hand AS SELECT code FROM parts",
        "TRIGGER by_hand AFTER INSERT ON items BEGIN DELETE FROM parts; END"}) {
    const scratch_database database(dialect::sqlite);
    make_old(database);
    database.open()->execute("CREATE " + made);
    CHECK_THAT(refusal(database, without_code()),
               ContainsSubstring("by_hand") &&
                   ContainsSubstring("\nit speaks of a table that the step builds anew") &&
                   ContainsSubstring("DROP VIEW") && ContainsSubstring("`.schema` of sqlite3"));
    CHECK(definition(*database.open(), "by_hand") == "CREATE " + made);
  }
}

TEST_CASE("SQLite: an index goes with a table that is dropped for good", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  database.open()->execute("CREATE INDEX by_hand ON parts (code)");
  CHECK(refusal(database, without_code("-- strata: step 1 [contract]\nDROP TABLE \"parts\";\n")) ==
        "it was done");
}

TEST_CASE("SQLite: what a draft's older form made is not by hand", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  without_code draft("-- strata: step 1 [expand]\nCREATE INDEX drafted ON parts (code);\n"
                     "ALTER TABLE parts ADD COLUMN drafted_too TEXT;\n");
  draft.version(2).sealed = false;
  draft.script(2, dialect::sqlite).down =
      R"(-- strata: step 1 [contract] [foreign-keys-off] [loses-data]
CREATE TABLE "new_parts" ("id" INTEGER PRIMARY KEY, "item_id" INTEGER, "code" TEXT);
INSERT INTO "new_parts" SELECT "id", "item_id", "code" FROM "parts";
DROP TABLE "parts";
ALTER TABLE "new_parts" RENAME TO "parts";
)";
  CHECK(refusal(database, draft) == "it was done");
  edited_inventory changed;
  changed.version(2).sealed = false;
  changed.version(2).fingerprint = "another";
  migrator(database.url(), changed.first(2), with_drafts()).redo(true);
  CHECK(definition(*database.open(), "drafted") == "it is gone");
  CHECK(single(*database.open(),
               "SELECT count(*) FROM pragma_table_info('parts') WHERE name = 'drafted_too'") ==
        "0");
}
