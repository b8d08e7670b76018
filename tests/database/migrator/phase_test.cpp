// A rollout in phases, on PostgreSQL.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/migrator.hpp>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

migration_report run(const scratch_database& database, phase which, std::optional<int> to) {
  migrator_options options = with_drafts();
  options.phase = which;
  return migrator(database.url(), inventory(), options).upgrade(to);
}

} // namespace

TEST_CASE("the phases of a version run one by one", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    migrator(database.url(), inventory()).upgrade(2);
    edited_inventory edited;
    migrator old(database.url(), edited.first(2));
    migrator current(database.url(), inventory(), with_drafts());

    CHECK_THROWS_WITH(run(database, phase::contract, 3), ContainsSubstring("[R030]"));
    CHECK(run(database, phase::expand, 3).steps == 1);
    CHECK(run(database, phase::expand, 3).outcome == outcome::nothing);
    CHECK(current.status().begun == 3);
    CHECK(current.status().begun_phase == phase::expand);
    CHECK(old.status().verdict == verdict::newer_but_compatible);
    CHECK(old.check());

    CHECK(run(database, phase::data, 3).steps == 1);
    CHECK(single(*database.open(), "SELECT count(*) FROM items WHERE site IS NULL") == "0");
    CHECK(old.check());

    const auto report = run(database, phase::contract, 3);
    CHECK(report.steps == 1);
    CHECK(report.to == 3);
    CHECK(old.status().verdict == verdict::newer);
    CHECK(upgrades(*database.open()) == "1 2 3");
  }
}

TEST_CASE("contract runs the data phase that is left", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    migrator(database.url(), inventory()).upgrade(2);
    run(database, phase::expand, 3);
    CHECK(run(database, phase::contract, 3).steps == 2);
  }
}

TEST_CASE("a phase is run for one pending version", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    CHECK_THROWS_WITH(run(database, phase::expand, std::nullopt),
                      ContainsSubstring("[R029]") && ContainsSubstring("--to 2"));
    CHECK(run(database, phase::expand, 2).to == 2); // It has nothing but expand.
    run(database, phase::expand, 3);
    CHECK_THROWS_WITH(run(database, phase::expand, 4), ContainsSubstring("[R029]"));
  }
}

TEST_CASE("an empty database gets everything, whichever phase is named", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    CHECK(run(database, phase::expand, std::nullopt).to == 5);
  }
}

TEST_CASE("expand is refused where programs of both versions cannot run", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    edited_inventory edited;
    edited.script(2, on).up =
        "-- strata: step 1 [expand]\nCREATE TABLE passing ();\n"
        "-- strata: step 2 [contract] [no-expand-form rename column items.name]\n"
        "ALTER TABLE items RENAME COLUMN name TO title;\n";
    migrator_options options;
    options.phase = phase::expand;
    CHECK_THROWS_WITH(migrator(database.url(), edited.first(2), options).upgrade(2),
                      ContainsSubstring("[R039]") && ContainsSubstring("rename column items.name"));
    CHECK(migrator(database.url(), edited.first(2)).status().current == 1);
    CHECK_FALSE(migrator(database.url(), edited.first(2)).status().begun);
    CHECK(migrator(database.url(), edited.first(2)).upgrade(2).to == 2);
  }
}

TEST_CASE("SQLite has no phases", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  CHECK_THROWS_WITH(run(database, phase::expand, 2), ContainsSubstring("[R028]"));
}
