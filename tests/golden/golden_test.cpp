// What is expected of the generator is true: its headers compile here, its SQL runs on the
// databases.
#include <golden/changes.hpp>
#include <golden/changes/migrations.hpp>
#include <golden/kinds.hpp>
#include <golden/kinds/migrations.hpp>
#include <golden/objects.hpp>
#include <golden/objects/migrations.hpp>

#include <strata/runtime/migrator.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/database.hpp"

namespace {

/// Up version by version, and all the way down, on every database that is there.
void runs(const strata::migrations& migrations) {
  for (const strata::dialect dialect : strata::testing::tested_dialects()) {
    const strata::testing::scratch_database database(dialect);
    strata::migrator migrator(database.url(), migrations, {}, false);
    for (int version = 1; version <= migrations.head(); ++version) {
      migrator.upgrade(version);
    }
    CHECK(migrator.check());
    migrator.downgrade(0, true);
    migrator.upgrade();
    CHECK(migrator.check());
  }
}

} // namespace

TEST_CASE("the expected SQL of a first version runs", "[golden]") {
  runs(golden::objects::migrations);
}

TEST_CASE("the expected SQL of changes runs", "[golden]") { runs(golden::changes::migrations); }

TEST_CASE("the expected SQL of what PostgreSQL alone has runs", "[golden]") {
  runs(golden::kinds::migrations);
}
