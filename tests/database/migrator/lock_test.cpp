// The lock on PostgreSQL: where it is held, how long it is waited for, what breaks it.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/database/migrator/wrapped_session.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/migrator.hpp>

#include <chrono>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("while one migrates, another waits for a bounded time", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    migrator_options impatient = with_drafts();
    impatient.lock_wait = std::chrono::milliseconds(200);
    std::string refusal;
    bool told = false;
    impatient.observer = [&](const migration_event& event) {
      told = told || event.kind == event_kind::waiting_for_lock;
    };
    // On SQLite the driver itself waits some seconds first.
    bool tried = false;
    const auto compete = [&](const migration_event& event) {
      if (event.kind != event_kind::step_executed || tried)
        return;
      tried = true;
      try {
        migrator(database.url(), inventory(), impatient).upgrade();
      } catch (const error& failed) {
        refusal = failed.what();
      }
    };

    migrator(database.url(), inventory(), with_drafts(compete)).upgrade();

    CHECK(told);
    CHECK_THAT(refusal, ContainsSubstring("[R016]"));
    if (on == dialect::postgresql) {
      CHECK_THAT(refusal,
                 ContainsSubstring("server process") &&
                     ContainsSubstring("where its program is gone, end it with `SELECT "
                                       "pg_terminate_backend(PID)`"));
    }
    CHECK(upgrades(*database.open()) == "1 2 3 4 5");
  }
}

TEST_CASE("the lock is free when the migrator is done, and when it failed", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    const auto session = database.open();
    const std::string locks = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND "
                              "database = (SELECT oid FROM pg_database WHERE datname = "
                              "current_database())";
    std::string while_working;
    migrator migrating(*session, inventory(), with_drafts([&](const migration_event& event) {
      if (event.kind == event_kind::step_executed) {
        while_working = single(*database.open(), locks);
      }
    }));
    migrating.upgrade(2);
    CHECK(while_working == "1");
    CHECK(single(*session, locks) == "0");

    session->execute("INSERT INTO items VALUES (3, 'saw', '')"); // Breaks version 3's check.
    CHECK_THROWS_AS(migrating.upgrade(3), migration_stopped);
    CHECK(single(*session, locks) == "0");
    CHECK_FALSE(session->in_transaction());
  }
}

TEST_CASE("history tables of different names have different locks", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    migrator_options other = with_drafts();
    other.history_table = "other_history";
    other.lock_wait = std::chrono::milliseconds(0);
    bool stamped = false;
    migrator(database.url(), inventory(), with_drafts([&](const migration_event& event) {
               if (event.kind == event_kind::step_executed && !stamped) {
                 migrator(database.url(), inventory(), other).stamp(0);
                 stamped = true;
               }
             }))
        .upgrade(2);
    CHECK(stamped);
  }
}

TEST_CASE("a transaction pooler is noticed", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    const std::string before = snapshot(*database.open());
    pooled_session pooled(database.open(), database.open());

    CHECK_THROWS_WITH(migrator(pooled, inventory(), with_drafts()).upgrade(),
                      ContainsSubstring("[R017]") && ContainsSubstring("pooler") &&
                          ContainsSubstring("DATABASE_URL_DIRECT"));
    CHECK(snapshot(*database.open()) == before);
  }
}

TEST_CASE("a lock that is lost between steps stops the run", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    const auto session = database.open();
    CHECK_THROWS_WITH(
        migrator(*session, inventory(), with_drafts([&](const migration_event& event) {
          if (event.kind == event_kind::version_done && event.version == 2) {
            session->execute("SELECT pg_advisory_unlock_all()");
          }
        })).upgrade(),
        ContainsSubstring("[R017]") && ContainsSubstring("the database is at version 2"));
  }
}

TEST_CASE("a history that is locked is waited for with a bound, and with words", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    const auto holder = database.open();
    holder->execute(
        on == dialect::postgresql
            ? "SET application_name = 'vacuum job'; BEGIN; LOCK TABLE strata_history"
            : "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; INSERT INTO items (id, "
              "name) VALUES (9, 'x')");
    std::vector<std::string> told;
    migrator_options options = with_drafts([&](const migration_event& event) {
      if (event.kind == event_kind::waiting_for_lock)
        told.push_back(event.text);
    });
    options.lock_wait = std::chrono::milliseconds(1200);
    const auto began = std::chrono::steady_clock::now();
    CHECK_THROWS_WITH(
        migrator(database.url(), inventory(), options).check(),
        ContainsSubstring("[R016]") &&
            ContainsSubstring(on == dialect::postgresql ? "vacuum job" : "locked by another"));
    CHECK_THROWS_WITH(migrator(database.url(), inventory(), options).upgrade(),
                      ContainsSubstring("[R016]"));
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(40));
    CHECK_FALSE(told.empty());
    holder->execute("ROLLBACK");
  }
}

TEST_CASE("a lock that another client has in the same server session is no lock", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    const auto session = database.open();
    std::string refused;
    migrator_options inner = with_drafts();
    inner.lock_wait = std::chrono::milliseconds(0);
    migrator(*session, inventory(), with_drafts([&](const migration_event& event) {
      if (event.kind == event_kind::version_done && refused.empty()) {
        try {
          migrator(*session, inventory(), inner).upgrade();
          refused = "it was not";
        } catch (const error& failed) {
          refused = failed.what();
        }
      }
    })).upgrade();
    CHECK_THAT(refused, ContainsSubstring("[R017]"));
    CHECK(upgrades(*database.open()) == "1 2 3 4 5");
  }
}

TEST_CASE("the dead session of the migrator itself is not waited for", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    register_faulty_driver();
    // The server does not notice: the first session stays open, with its lock.
    std::unique_ptr<session> half_open;
    bool lost = false;
    seen = [&](wrapped_session& opened) {
      opened.before = [&](std::string_view text) {
        if (text.find("VALIDATE") != std::string_view::npos && !lost) {
          lost = true;
          opened.lose_half(half_open);
          throw connection_error("the connection broke", {.code = "R004"});
        }
      };
    };
    const auto began = std::chrono::steady_clock::now();
    CHECK(migrator("faulty:" + database.url(), inventory(), with_drafts()).upgrade().to == 5);
    CHECK(lost);
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(60));
  }
}
