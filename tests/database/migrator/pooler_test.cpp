// Migrating through a transaction pooler, a real one.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/migrator.hpp>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("behind a transaction pooler nothing is begun, and the remedy is told", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    const std::string url = database.pooled_url();
    if (url.empty())
      continue;
    const std::string before = snapshot(*database.open());
    migrator pooled(url, inventory(), with_drafts());

    CHECK_THROWS_WITH(pooled.upgrade(),
                      ContainsSubstring("[R017] the connection goes through a pooler") &&
                          ContainsSubstring("DATABASE_URL_DIRECT"));
    CHECK_THROWS_WITH(pooled.downgrade(0, true), ContainsSubstring("[R017]"));
    CHECK_THROWS_WITH(pooled.stamp(5), ContainsSubstring("[R017]"));

    CHECK(snapshot(*database.open()) == before);
    CHECK(single(*database.open(),
                 "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT "
                 "oid FROM pg_database WHERE datname = current_database())") == "0");
    // What only reads needs no lock.
    CHECK(pooled.status().current == 1);
    CHECK_FALSE(pooled.check());
    CHECK(pooled.history().size() == 1);
    CHECK(migrator(database.url(), inventory(), with_drafts()).upgrade().to == 5);
    CHECK(pooled.upgrade().outcome == outcome::nothing);
  }
}

TEST_CASE("a session of one's own behind a transaction pooler is found out too", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    const std::string url = database.pooled_url();
    if (url.empty())
      continue;
    const auto mine = open_session(url);
    CHECK(mine->is_pooled());
    CHECK_FALSE(database.open()->is_pooled());
    // Another client takes the server session between two statements.
    std::unique_ptr<session> other;
    CHECK_THROWS_WITH(migrator(*mine, inventory(), with_drafts([&](const migration_event& event) {
                        if (event.kind == event_kind::locked) {
                          other = open_session(url);
                          other->execute("BEGIN; SELECT 1");
                        }
                      })).upgrade(),
                      ContainsSubstring("[R017]"));
    CHECK(upgrades(*database.open()) == "1");
  }
}
