// What stands against migrating, and the words for it.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/migrator.hpp>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("an edited version that was applied is refused", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    edited_inventory edited;
    edited.version(1).fingerprint = "another";
    migrator migrating(database.url(), edited.all(), with_drafts());
    CHECK_THROWS_WITH(migrating.upgrade(),
                      ContainsSubstring("[R012] version 1 (items) was applied in another form") &&
                          ContainsSubstring("put the change into a new one"));
    CHECK_THROWS_WITH(migrating.check(), ContainsSubstring("[R012]"));
    CHECK_THROWS_WITH(migrating.downgrade(0, true), ContainsSubstring("[R012]"));
    const auto found = migrating.status();
    CHECK(found.verdict == verdict::edited);
    CHECK(found.versions.front().edited);
    CHECK_FALSE(found.may_run());
    CHECK(migrating.history().size() == 1);
  }
}

TEST_CASE("a changed draft is done again with the SQL that undoes what was really done",
          "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    migrator(database.url(), inventory(), with_drafts()).upgrade();
    edited_inventory edited;
    edited.version(5).fingerprint = "another";
    edited.script(5, on).up = "-- strata: step 1 [expand]\nCREATE TABLE memos (id bigint);\n";
    edited.script(5, on).down = "-- strata: step 1 [contract]\nDROP TABLE memos;\n";
    migrator migrating(database.url(), edited.all(), with_drafts());

    CHECK_THROWS_WITH(migrating.upgrade(),
                      ContainsSubstring("[R012]") && ContainsSubstring("`redo`"));
    CHECK_THROWS_WITH(migrating.redo(), ContainsSubstring("[R018]")); // By the recorded SQL.
    CHECK(migrating.redo(true).to == 5);

    const std::string now = snapshot(*database.open());
    CHECK(now.find("notes") == std::string::npos);
    CHECK(now.find("memos") != std::string::npos);
    CHECK(migrating.check());
    CHECK(migrating.redo().steps == 2);
  }
}

TEST_CASE("a version that another branch drafted is taken back by its recorded SQL", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    migrator(database.url(), inventory(), with_drafts()).upgrade();
    edited_inventory edited;
    migrator without_it(database.url(), edited.first(4), with_drafts());
    CHECK(without_it.downgrade(4, true).to == 4);
    CHECK(snapshot(*database.open()).find("notes") == std::string::npos);
  }
}

TEST_CASE("a draft is applied by a release build only when it is told to", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    migrator release(database.url(), inventory(), {}, true);
    CHECK(release.upgrade(4).to == 4);
    CHECK_THROWS_WITH(release.upgrade(), ContainsSubstring("[R014] version 5 (notes) is a draft"));
    CHECK(migrator(database.url(), inventory(), {}, false).upgrade().to == 5);
    CHECK_THROWS_WITH(release.redo(true), ContainsSubstring("[R014]"));
    CHECK(release.check()); // Running on one that is there is another matter.
  }
}

TEST_CASE("a newer database is refused unless it says that this program may run", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    migrator(database.url(), inventory(), with_drafts()).upgrade();
    edited_inventory edited;

    migrator old(database.url(), edited.first(3), with_drafts());
    CHECK_THROWS_WITH(
        old.upgrade(),
        ContainsSubstring("[R011] the database is at version 5, on which programs from "
                          "version 4 on run, and this program knows 3"));
    CHECK_THROWS_WITH(old.check(), ContainsSubstring("[R011]"));
    CHECK_THROWS_WITH(old.stamp(3), ContainsSubstring("[R011]"));
    CHECK(old.status().verdict == verdict::newer);

    migrator compatible(database.url(), edited.first(4), with_drafts());
    CHECK(compatible.upgrade().outcome == outcome::nothing);
    CHECK(compatible.check());
    const auto found = compatible.status();
    CHECK(found.verdict == verdict::newer_but_compatible);
    CHECK(found.may_run());
    CHECK(found.versions.back().unknown);
    CHECK_THROWS_WITH(old.downgrade(3, true), ContainsSubstring("[R037] version 4"));
  }
}

TEST_CASE("a database that was made by hand is refused", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    database.open()->execute("CREATE TABLE a (id integer); CREATE TABLE b (id integer); CREATE "
                             "TABLE c (id integer); CREATE TABLE d (id integer)");
    migrator migrating(database.url(), inventory(), with_drafts());
    CHECK_THROWS_WITH(migrating.upgrade(),
                      ContainsSubstring("[R013]") && ContainsSubstring("a, b, c, …") &&
                          ContainsSubstring("`stamp --to N`"));
    CHECK(migrating.status().verdict == verdict::unmanaged);
    CHECK(single(*database.open(),
                 on == dialect::postgresql ? "SELECT to_regclass('strata_history') IS NULL"
                                           : "SELECT count(*) = 4 FROM sqlite_master") ==
          (on == dialect::postgresql ? "t" : "1"));
  }
}

TEST_CASE("an older server is refused by name", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    edited_inventory edited;
    edited.minimum_postgresql = 990000;
    edited.minimum_sqlite = 9038001;
    CHECK_THROWS_WITH(
        migrator(database.url(), edited.all(), with_drafts()).upgrade(),
        ContainsSubstring("[R015]") &&
            ContainsSubstring(on == dialect::postgresql ? "PostgreSQL 99.0" : "SQLite 9.38.1"));
  }
}

TEST_CASE("a downgrade that loses data needs the operator's word", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    migrator migrating(database.url(), inventory(), with_drafts());
    migrating.upgrade();
    const std::string before = snapshot(*database.open());
    CHECK_THROWS_WITH(migrating.downgrade(4),
                      ContainsSubstring("[R018] taking version 5 back loses data"));
    CHECK(snapshot(*database.open()) == before);
    migrating.downgrade(4, true);
    CHECK(migrating.downgrade(2).to == 2); // Loses nothing.
    CHECK_THROWS_WITH(migrating.downgrade(3), ContainsSubstring("[R022]"));
    CHECK(migrating.downgrade(2).outcome == outcome::nothing);
  }
}

TEST_CASE("what cannot be taken back says why", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    edited_inventory edited;
    edited.version(2).irreversible = "the sites were merged";
    migrator migrating(database.url(), edited.all(), with_drafts());
    migrating.upgrade();
    CHECK_THROWS_WITH(
        migrating.downgrade(1, true),
        ContainsSubstring("[R019] version 2 (sites) cannot be taken back: the sites were merged"));
    CHECK(migrating.status().current == 5); // Refused before anything was taken back.
  }
}

TEST_CASE("a version that changed while it was half applied is refused", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    database.open()->execute("INSERT INTO items (id, name) VALUES (3, 'saw')");
    edited_inventory edited;
    const std::string failing = std::string(edited.script(2, on).up) + "\n-- strata: step " +
                                (on == dialect::postgresql ? "3" : "2") +
                                " [contract]\nDROP TABLE nowhere;\n";
    edited.script(2, on).up = failing;
    CHECK_THROWS_AS(migrator(database.url(), edited.all(), with_drafts()).upgrade(),
                    migration_stopped);
    migrator other(database.url(), inventory(), with_drafts());
    CHECK_THROWS_WITH(other.upgrade(),
                      ContainsSubstring("[R036]") && ContainsSubstring("`stamp --to 1`"));
    other.stamp(1);
    CHECK(other.status().verdict == verdict::pending);
  }
}

TEST_CASE("an interrupted downgrade is finished by a downgrade only", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue; // Each way back is one step there.
    const scratch_database database(on);
    make_old(database);
    migrator(database.url(), inventory(), with_drafts()).upgrade(2);
    const auto session = database.open();
    migrator interrupted(*session, inventory(), with_drafts([](const migration_event& event) {
      if (event.kind == event_kind::step_done)
        throw std::string("stop");
    }));
    CHECK_THROWS_AS(interrupted.downgrade(1, true), std::string);
    migrator migrating(database.url(), inventory(), with_drafts());
    CHECK_THROWS_WITH(migrating.upgrade(),
                      ContainsSubstring("[R024]") && ContainsSubstring("downgrade --to 1"));
    const auto found = migrating.status();
    CHECK(found.verdict == verdict::interrupted_downgrade);
    CHECK_FALSE(found.begun_up);
    CHECK(migrating.downgrade(1, true).steps == 1);
    CHECK(migrating.upgrade().to == 5);
  }
}

TEST_CASE("a version that the program has not is refused", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    migrator migrating(database.url(), inventory(), with_drafts());
    CHECK_THROWS_WITH(migrating.upgrade(6),
                      ContainsSubstring("[R022]") && ContainsSubstring("0 to 5"));
    CHECK_THROWS_WITH(migrating.upgrade(-1), ContainsSubstring("[R022]"));
    edited_inventory edited;
    edited.version(2).scripts = {};
    CHECK_THROWS_WITH(migrator(database.url(), edited.all()).upgrade(),
                      ContainsSubstring("[R023]"));
  }
}
