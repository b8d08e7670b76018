// A step that fails, is in the way, or does what it must not.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/migrator.hpp>

#include <chrono>
#include <thread>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("a step that fails in the middle leaves the state before it", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    edited_inventory edited;
    const std::string broken = std::string(edited.script(2, on).up) + R"(
-- strata: step )" + (on == dialect::postgresql ? "3" : "2") +
                               R"( [contract]
CREATE TABLE "half" ("id" integer);

INSERT INTO "parts" ("id", "item_id", "code") VALUES (10, 1, 'taken');
)";
    edited.script(2, on).up = broken;
    migrator migrating(database.url(), edited.all(), with_drafts());
    const int last = on == dialect::postgresql ? 3 : 2;

    try {
      migrating.upgrade();
      FAIL("the step must fail");
    } catch (const migration_stopped& stopped) {
      CHECK(stopped.report().outcome == outcome::partly);
      CHECK(stopped.report().steps == last - 1);
      CHECK(stopped.facts().version == 2);
      CHECK(stopped.facts().step == last);
      CHECK(stopped.facts().code == "R020");
      CHECK_THAT(stopped.what(),
                 ContainsSubstring("version 2 (sites), step ") && ContainsSubstring("[R020]") &&
                     ContainsSubstring("the next run goes on from there"));
    }
    const auto found = migrating.status();
    CHECK(found.begun == 2);
    CHECK(snapshot(*database.open()).find("half") == std::string::npos);

    database.open()->execute("DELETE FROM parts WHERE id = 10");
    CHECK(migrating.upgrade(2).steps == 1);
    CHECK(single(*database.open(), "SELECT code FROM parts WHERE id = 10") == "taken");
    CHECK(upgrades(*database.open()) == "1 2");
  }
}

TEST_CASE("a failure before the first step changes nothing", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    edited_inventory edited;
    edited.script(5, on).up = "-- strata: step 1 [expand]\nCREATE NONSENSE;\n";
    migrator migrating(database.url(), edited.all(), with_drafts());

    try {
      migrating.upgrade();
      FAIL("the step must fail");
    } catch (const migration_stopped& stopped) {
      CHECK(stopped.report().outcome == outcome::nothing);
      CHECK(stopped.facts().version == 5);
    }
    CHECK(snapshot(*database.open()).empty());
    CHECK(migrating.history().empty());
  }
}

TEST_CASE("a step may not end its own transaction", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    edited_inventory edited;
    edited.script(2, on).up = "-- strata: step 1 [expand]\nCOMMIT;\n";
    CHECK_THROWS_WITH(migrator(database.url(), edited.all(), with_drafts()).upgrade(),
                      ContainsSubstring("[R027]"));
  }
}

TEST_CASE("a step waits for other sessions' locks by trying again", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue; // There the write lock is what is waited for.
    const scratch_database database(on);
    make_old(database);
    const auto reader = database.open();
    reader->execute("BEGIN; SELECT count(*) FROM items");
    std::thread later([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(1300));
      reader->execute("COMMIT");
    });
    int repeats = 0;
    const auto report =
        migrator(database.url(), inventory(), with_drafts([&](const migration_event& event) {
                   repeats += event.kind == event_kind::step_repeats ? 1 : 0;
                 }))
            .upgrade(2);
    later.join();
    CHECK(report.to == 2);
    CHECK(repeats >= 1);
  }
}

TEST_CASE("a step gives up when a lock is never granted", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    const auto reader = database.open();
    reader->execute("BEGIN; SELECT count(*) FROM items");
    migrator_options options = with_drafts();
    options.step_wait = std::chrono::milliseconds(700);
    migrator migrating(database.url(), inventory(), options);

    CHECK_THROWS_WITH(migrating.upgrade(), ContainsSubstring("version 2 (sites), step 1 of 2"));

    reader->execute("COMMIT");
    CHECK(migrating.upgrade(2).to == 2);
  }
}

TEST_CASE("SQLite: a writer is waited for", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  const auto writer = database.open();
  writer->execute("BEGIN IMMEDIATE; INSERT INTO items (id, name) VALUES (3, 'saw')");
  std::thread later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    writer->execute("COMMIT");
  });
  const auto report = migrator(database.url(), inventory(), with_drafts()).upgrade();
  later.join();
  CHECK(report.to == 5);
  CHECK(single(*database.open(), "SELECT site FROM items WHERE id = 3") == "hall 3");
}

TEST_CASE("a probe tells that the user's statement has run", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    edited_inventory edited;
    edited.script(2, on).up =
        "-- strata: step 1 [expand] [no-transaction] [done-when SELECT count(*) > 2 FROM items "
        "WHERE id IN (1, 2, 3)]\nINSERT INTO items (id, name) VALUES (3, 'saw');\n";
    database.open()->execute("INSERT INTO items (id, name) VALUES (3, 'before')");
    int found_done = 0;
    migrator migrating(database.url(), edited.first(2), with_drafts([&](const migration_event& e) {
                         found_done += e.kind == event_kind::step_found_done ? 1 : 0;
                       }));
    migrating.upgrade();
    CHECK(found_done == 1);
    CHECK(single(*database.open(), "SELECT name FROM items WHERE id = 3") == "before");
  }
}

TEST_CASE("a probe that says no lets the statement run", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    edited_inventory edited;
    edited.script(2, on).up = "-- strata: step 1 [expand] [no-transaction] [done-when SELECT "
                              "count(*) > 2 FROM items]\nINSERT INTO items (id, name) VALUES (3, "
                              "'saw');\n";
    migrator(database.url(), edited.first(2)).upgrade();
    CHECK(single(*database.open(), "SELECT name FROM items WHERE id = 3") == "saw");
  }
}

TEST_CASE("a step may not end its transaction and begin another", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    for (const std::string ending : {"COMMIT; BEGIN;", "ROLLBACK; BEGIN;", "END; BEGIN;"}) {
      const scratch_database database(on);
      make_old(database);
      edited_inventory edited;
      const std::string script =
          "-- strata: step 1 [expand]\nCREATE TABLE half (id integer);\n" + ending + "\n";
      edited.script(2, on).up = script;
      INFO(ending);
      CHECK_THROWS_WITH(migrator(database.url(), edited.all(), with_drafts()).upgrade(),
                        ContainsSubstring("[R027]") && !ContainsSubstring("goes on"));
      CHECK(upgrades(*database.open()) == "1");
    }
  }
}

TEST_CASE("making an empty database may not end its transaction either", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    edited_inventory edited;
    edited.script(1, on).plain =
        "-- strata: step 1 [expand]\nCREATE TABLE half (id integer);\nCOMMIT; BEGIN;\n";
    CHECK_THROWS_WITH(migrator(database.url(), edited.first(1), with_drafts()).upgrade(),
                      ContainsSubstring("[R027]"));
  }
}

TEST_CASE("what a step SETs ends with it", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    edited_inventory edited;
    edited.script(2, on).up = R"(-- strata: step 1 [expand]
CREATE SCHEMA elsewhere;
SELECT set_config('search_path', 'elsewhere', false);
SET statement_timeout = '1ms';
RESET statement_timeout;
SET work_mem = '123MB';
SET session_replication_role = replica;
SET IntervalStyle = 'iso_8601';
SET app.tenant = 'x';
SET ROLE pg_monitor;

-- strata: step 2 [data] [no-transaction]
SET search_path = elsewhere;

-- strata: step 3 [contract]
CREATE TABLE made AS SELECT current_setting('work_mem') AS memory, current_user::text AS who,
  current_setting('session_replication_role') AS replication, current_setting('IntervalStyle') AS
  style, coalesce(current_setting('app.tenant', true), '') AS tenant;
)";
    for (const bool is_given : {false, true}) {
      const scratch_database fresh(on);
      make_old(fresh);
      const auto session = fresh.open();
      if (is_given) {
        migrator(*session, edited.first(2), with_drafts()).upgrade();
      } else {
        migrator(fresh.url(), edited.first(2), with_drafts()).upgrade();
      }
      CHECK(single(*session, "SELECT to_regclass('public.made') IS NOT NULL") == "t");
      CHECK(single(*session,
                   "SELECT concat_ws(' ', memory <> '123MB', who = session_user, replication, "
                   "style) FROM public.made") == "t t origin postgres");
      if (!is_given)
        CHECK(single(*session, "SELECT tenant FROM public.made").empty());
    }
  }
}

TEST_CASE("SQLite: what a step switches ends with it", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  make_old(database);
  edited_inventory edited;
  edited.script(2, dialect::sqlite).up = R"(-- strata: step 1 [expand]
CREATE TABLE checked (n INTEGER CHECK (n < 5));
PRAGMA ignore_check_constraints = 1;

-- strata: step 2 [data]
INSERT INTO checked VALUES (9);
)";
  CHECK_THROWS_WITH(migrator(database.url(), edited.first(2), with_drafts()).upgrade(),
                    ContainsSubstring("step 2 of 2"));
}

TEST_CASE("a probe that answers neither yes nor no is refused", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    for (const std::string probe : {"SELECT 'perhaps'", "SELECT NULL", "SELECT 7"}) {
      const scratch_database database(on);
      make_old(database);
      edited_inventory edited;
      const std::string script = "-- strata: step 1 [expand] [no-transaction] [done-when " + probe +
                                 "]\nINSERT INTO items (id, name) VALUES (3, 'saw');\n";
      edited.script(2, on).up = script;
      CHECK_THROWS_WITH(migrator(database.url(), edited.first(2)).upgrade(),
                        ContainsSubstring("[R041]"));
      CHECK(single(*database.open(), "SELECT count(*) FROM items") == "2");
    }
  }
}

TEST_CASE("a lock that is not granted is told with its table and its holder", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    for (const bool is_given : {false, true}) {
      const scratch_database database(on);
      make_old(database);
      const auto reader = database.open();
      reader->execute("SET application_name = 'report'; BEGIN; SELECT count(*) FROM items");
      const std::string pid = single(*reader, "SELECT pg_backend_pid()");
      migrator_options options = with_drafts();
      options.step_wait = std::chrono::milliseconds(900);
      const auto session = database.open();
      const auto upgrade = [&] {
        if (is_given)
          migrator(*session, inventory(), options).upgrade();
        else
          migrator(database.url(), inventory(), options).upgrade();
      };
      CHECK_THROWS_WITH(
          upgrade(),
          ContainsSubstring("items is locked by server process " + pid + " (report, user ") &&
              ContainsSubstring("in a transaction since 2") && ContainsSubstring("SELECT") &&
              ContainsSubstring("\nend the transaction that has the lock") &&
              ContainsSubstring("\nthe database is at version 1, and the next run"));
    }
  }
}

TEST_CASE("what is there already leads on", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    for (const std::string by_hand :
         {"ALTER TABLE items ADD COLUMN site text", "CREATE TABLE notes (id bigint)"}) {
      const scratch_database database(on);
      make_old(database);
      database.open()->execute(by_hand);
      CHECK_THROWS_WITH(migrator(database.url(), inventory(), with_drafts()).upgrade(),
                        ContainsSubstring("\nit was made by other means: look at it with `") &&
                            ContainsSubstring("stamp --to"));
    }
  }
}
