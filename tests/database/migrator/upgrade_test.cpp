// Upgrading from nothing and from every version, and back.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/migrator.hpp>

#include <algorithm>

using namespace strata;
using namespace strata::testing;

TEST_CASE("an empty database gets all versions at once", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    std::vector<event_kind> told;
    migrator migrating(database.url(), inventory(), with_drafts([&](const migration_event& event) {
                         told.push_back(event.kind);
                       }));

    const migration_report report = migrating.upgrade();

    CHECK(report.outcome == outcome::all);
    CHECK(report.from == 0);
    CHECK(report.to == 5);
    CHECK(std::count(told.begin(), told.end(), event_kind::creating) == 1);
    CHECK(std::count(told.begin(), told.end(), event_kind::step_done) == 0);
    CHECK(upgrades(*database.open()) == "1 2 3 4 5");
    CHECK(migrating.status().verdict == verdict::up_to_date);
  }
}

TEST_CASE("an upgraded database equals one that was made at once", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database upgraded(on);
    for (int version = 1; version <= 5; ++version) {
      const auto report = migrator(upgraded.url(), inventory(), with_drafts()).upgrade(version);
      CHECK(report.to == version);
    }
    const scratch_database made(on);
    migrator(made.url(), inventory(), with_drafts()).upgrade();
    CHECK(snapshot(*upgraded.open()) == snapshot(*made.open()));
  }
}

TEST_CASE("rows survive an upgrade and the way back", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    const std::string before = snapshot(*database.open());
    migrator migrating(database.url(), inventory(), with_drafts());

    migrating.upgrade();

    CHECK(column(*database.open(), "SELECT site FROM items ORDER BY id") ==
          std::vector<std::string>{"hall 1", "hall 2"});
    CHECK(single(*database.open(), "SELECT count(*) FROM parts") == "3");

    const migration_report report = migrating.downgrade(1, true);

    CHECK(report.outcome == outcome::all);
    CHECK(report.from == 5);
    CHECK(report.to == 1);
    CHECK(snapshot(*database.open()) == before);
  }
}

TEST_CASE("what has nothing to do changes nothing and asks once", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    migrator migrating(database.url(), inventory(), with_drafts());
    migrating.upgrade();
    const auto rows = migrating.history().size();

    const migration_report report = migrating.upgrade();

    CHECK(report.outcome == outcome::nothing);
    CHECK(report.from == 5);
    CHECK(report.to == 5);
    CHECK(migrating.upgrade(3).outcome == outcome::nothing); // Others may have gone further.
    CHECK(migrating.upgrade(3).to == 5);
    CHECK(migrating.history().size() == rows);
    CHECK(migrating.check());
  }
}

TEST_CASE("a version that needs no SQL is recorded", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    edited_inventory edited;
    edited.script(2, on).up = "-- nothing on this database\n";
    edited.script(2, on).down = "";
    migrator migrating(database.url(), edited.first(2));
    migrating.upgrade(1);

    CHECK(migrating.upgrade().to == 2);
    CHECK(upgrades(*database.open()) == "1 2");
    CHECK(migrating.downgrade(1).to == 1);
  }
}

TEST_CASE("plan tells the steps that upgrade runs", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    migrator migrating(database.url(), inventory(), with_drafts());
    CHECK(migrating.plan().size() == 5); // Empty: a plain form each.
    make_old(database);

    const auto steps = migrating.plan(3);

    REQUIRE(steps.size() == (on == dialect::postgresql ? 5 : 3));
    CHECK(steps.front().version == 2);
    CHECK(steps.front().phase == phase::expand);
    CHECK(steps.front().sql.find("ADD COLUMN") != std::string::npos);
    CHECK(steps.back().version == 3);
    CHECK(steps.back().phase == phase::contract);
    CHECK(migrating.upgrade(3).steps == static_cast<int>(steps.size()));
    CHECK(migrating.plan(3).empty());
  }
}

TEST_CASE("sql gives the embedded text in either direction", "[migrator]") {
  const std::string up = migration_sql(inventory(), dialect::sqlite, 1, 3);
  CHECK(up.find("-- version 2 (sites), up\n") == 0);
  CHECK(up.find("new_items") != std::string::npos);
  const std::string down = migration_sql(inventory(), dialect::postgresql, 5, 4);
  CHECK(down == "-- version 5 (notes), down\n-- strata: step 1 [contract] [loses-data]\nDROP TABLE "
                "\"notes\";\n\n");
  CHECK_THROWS_AS(migration_sql(inventory(), dialect::sqlite, 0, 9), migration_error);
}

TEST_CASE("a copy is written before the first change", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (!can_back_up(on))
      continue;
    const scratch_database database(on);
    const scratch_database elsewhere(dialect::sqlite);
    make_old(database);
    std::string file;
    migrator_options options = with_drafts();
    const std::string url = elsewhere.url();
    options.backup_directory = url.substr(7, url.rfind('/') - 7) + "/backups";
    options.observer = [&](const migration_event& event) {
      if (event.kind == event_kind::backup_written)
        file = event.text;
    };
    migrator migrating(database.url(), inventory(), options);
    migrating.upgrade(2);

    CHECK(file.find("/backups/before-migrate-2") != std::string::npos);
    if (on == dialect::sqlite) {
      const auto copy = open_session("sqlite:" + file);
      CHECK(single(*copy, "SELECT count(*) FROM pragma_table_info('items')") == "2");
      CHECK(single(*copy, "SELECT count(*) FROM parts") == "3");
    } else {
      CHECK(file.ends_with(".dump"));
    }
    file.clear();
    CHECK(migrating.upgrade(2).outcome == outcome::nothing);
    CHECK(file.empty());
  }
}

TEST_CASE("without a place for the copy nothing is changed", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  migrator_options options = with_drafts();
  options.backup_directory = "/dev/null/backups";
  migrator migrating(database.url(), inventory(), options);
  std::string refused;
  try {
    migrating.upgrade(2);
  } catch (const error& given_up) {
    refused = given_up.what();
  }
  CHECK(refused.find("[R038]") != std::string::npos);
  CHECK(migrating.status().current == 1);
}
