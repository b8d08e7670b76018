// Indexes that are built and dropped outside transactions.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/processes.hpp"

#include <strata/runtime/migrator.hpp>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

bool has_postgresql() {
  const auto all = tested_dialects();
  return std::find(all.begin(), all.end(), dialect::postgresql) != all.end();
}

const std::string index_valid =
    "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('parts_code_key')";

/// At version 3, with a code twice.
void make_duplicates(const scratch_database& database) {
  make_old(database);
  migrator(database.url(), inventory()).upgrade(3);
  database.open()->execute("INSERT INTO parts VALUES (13, 1, 'a')");
}

} // namespace

TEST_CASE("an index that cannot be built leaves nothing behind", "[migrator]") {
  if (!has_postgresql())
    return;
  const scratch_database database(dialect::postgresql);
  make_duplicates(database);
  std::vector<std::string> dropped;
  migrator migrating(database.url(), inventory(), with_drafts([&](const migration_event& event) {
                       if (event.kind == event_kind::index_dropped)
                         dropped.push_back(event.text);
                     }));

  CHECK_THROWS_WITH(migrating.upgrade(4),
                    ContainsSubstring("step 1 of 3") && ContainsSubstring("parts_code_key"));

  CHECK(single(*database.open(), index_valid) == "no row");
  CHECK(dropped == std::vector<std::string>{"\"public\".\"parts_code_key\""});

  database.open()->execute("DELETE FROM parts WHERE id = 13");
  CHECK(migrating.upgrade(4).to == 4);
  CHECK(single(*database.open(), index_valid) == "t");
}

TEST_CASE("an invalid index that a killed run left is built again", "[migrator]") {
  if (!has_postgresql())
    return;
  const scratch_database database(dialect::postgresql);
  make_duplicates(database);
  const auto session = database.open();
  CHECK_THROWS(session->execute("CREATE UNIQUE INDEX CONCURRENTLY parts_code_key ON parts (code)"));
  REQUIRE(single(*session, index_valid) == "f");
  session->execute("DELETE FROM parts WHERE id = 13");

  migrator(database.url(), inventory(), with_drafts()).upgrade();

  CHECK(single(*session, index_valid) == "t");
}

TEST_CASE("a valid index is a step that is done", "[migrator]") {
  if (!has_postgresql())
    return;
  const scratch_database database(dialect::postgresql);
  make_old(database);
  migrator(database.url(), inventory()).upgrade(3);
  const auto session = database.open();
  session->execute("CREATE UNIQUE INDEX parts_code_key ON parts (code); DROP INDEX items_site_idx");
  int found_done = 0;

  migrator(database.url(), inventory(), with_drafts([&](const migration_event& event) {
             found_done += event.kind == event_kind::step_found_done ? 1 : 0;
           }))
      .upgrade();

  CHECK(found_done == 2); // The one that is there, and the one that is gone.
}

TEST_CASE("an index that somebody builds is waited for", "[migrator]") {
  if (!has_postgresql())
    return;
  const scratch_database database(dialect::postgresql);
  make_old(database);
  migrator(database.url(), inventory()).upgrade(3);
  const auto holder = database.open();
  // An old snapshot keeps the concurrent build waiting.
  holder->execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1; INSERT INTO parts VALUES (14, "
                  "1, 'z')");
  std::thread builder([&] {
    database.open()->execute("CREATE UNIQUE INDEX CONCURRENTLY parts_code_key ON parts (code)");
  });
  const auto watcher = database.open();
  while (single(*watcher, "SELECT count(*) FROM pg_stat_progress_create_index") == "0") {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  migrator_options impatient = with_drafts();
  impatient.statement_limit = std::chrono::milliseconds(50);
  std::string refused;
  try {
    migrator(database.url(), inventory(), impatient).upgrade(4);
  } catch (const error& given_up) {
    refused = given_up.what();
  }
  CHECK(refused.find("[R033]") != std::string::npos);

  bool waited = false;
  migrator migrating(database.url(), inventory(), with_drafts([&](const migration_event& event) {
                       if (event.kind == event_kind::index_waits && !waited) {
                         waited = true;
                         holder->execute("COMMIT");
                       }
                       CHECK(event.kind != event_kind::index_dropped);
                     }));
  migrating.upgrade(4);
  builder.join();
  CHECK(waited);
  CHECK(single(*watcher, index_valid) == "t");
}

TEST_CASE("a build whose program was killed is waited for, and counts", "[migrator]") {
  if (!has_postgresql())
    return;
  const scratch_database database(dialect::postgresql);
  make_old(database);
  migrator(database.url(), inventory()).upgrade(3);
  const auto holder = database.open();
  holder->execute("BEGIN; INSERT INTO parts VALUES (14, 1, 'z')"); // The build waits for its end.
  const ending child = in_child([&] {
    std::thread end([&] {
      const auto watcher = database.open();
      while (single(*watcher,
                    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'CREATE UNIQUE INDEX "
                    "CONC%' AND wait_event_type = 'Lock' AND datname = current_database()") ==
             "0") {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
      }
      kill_myself();
    });
    migrator(database.url(), inventory(), with_drafts()).upgrade();
    return 0;
  });
  REQUIRE(child.killed);
  // The dead program's server process still builds, and has the lock in the same session.
  bool waited = false;
  int found_done = 0;
  migrator migrating(database.url(), inventory(), with_drafts([&](const migration_event& event) {
                       if (event.kind == event_kind::waiting_for_lock) {
                         waited = true;
                         holder->execute("COMMIT");
                       }
                       found_done += event.kind == event_kind::step_found_done ? 1 : 0;
                       CHECK(event.kind != event_kind::index_dropped);
                     }));
  CHECK(migrating.upgrade().to == 5);
  CHECK(waited);
  CHECK(found_done == 1);
  CHECK(single(*database.open(), index_valid) == "t");
}

TEST_CASE("a statement outside transactions has a limit of its own", "[migrator]") {
  if (!has_postgresql())
    return;
  const scratch_database database(dialect::postgresql);
  make_old(database);
  migrator(database.url(), inventory()).upgrade(3);
  const auto holder = database.open();
  holder->execute("BEGIN; INSERT INTO parts VALUES (14, 1, 'z')");
  migrator_options options = with_drafts();
  options.statement_limit = std::chrono::milliseconds(600);
  migrator migrating(database.url(), inventory(), options);

  CHECK_THROWS_WITH(migrating.upgrade(), ContainsSubstring("[R035]"));

  // Dropping what is left waits for the same transaction, so that the next run has to do it.
  holder->execute("COMMIT");
  CHECK(migrator(database.url(), inventory(), with_drafts()).upgrade().to == 5);
  CHECK(single(*holder, index_valid) == "t");
}

TEST_CASE("an index in another schema is found by its quoted name", "[migrator]") {
  if (!has_postgresql())
    return;
  const scratch_database database(dialect::postgresql);
  make_old(database);
  edited_inventory edited;
  edited.script(2, dialect::postgresql).up = R"(-- strata: step 1 [expand]
CREATE SCHEMA "far";
CREATE TABLE "far"."t" ("n" integer);
INSERT INTO "far"."t" VALUES (1), (1);

-- strata: step 2 [expand] [no-transaction] [builds-index "far"."t n"]
CREATE UNIQUE INDEX CONCURRENTLY "t n" ON "far"."t" ("n");
)";
  migrator migrating(database.url(), edited.first(2));
  CHECK_THROWS(migrating.upgrade());
  const auto session = database.open();
  CHECK(single(*session, "SELECT to_regclass('far.\"t n\"') IS NULL") == "t");
}

TEST_CASE("an index of the right name that is another one is refused, and both are shown",
          "[migrator]") {
  if (!has_postgresql())
    return;

  struct case_of {
    std::string made;
    std::string shown;
  };

  const std::vector<case_of> cases{
      {"CREATE INDEX parts_code_key ON parts (code)", "btree (code) on public.parts"},
      {"CREATE UNIQUE INDEX parts_code_key ON parts (item_id, id)", "UNIQUE btree (item_id, id)"},
      {"CREATE UNIQUE INDEX parts_code_key ON parts (lower(code))", "UNIQUE btree (lower(code))"},
      {"CREATE UNIQUE INDEX parts_code_key ON parts (code) WHERE id > 100", "WHERE (id > 100)"},
      {"CREATE UNIQUE INDEX parts_code_key ON items (name)", "UNIQUE btree (name) on public.items"},
      {"CREATE UNIQUE INDEX parts_code_key ON parts (code DESC)", "UNIQUE btree (code DESC)"}};
  for (const case_of& each : cases) {
    const scratch_database database(dialect::postgresql);
    make_old(database);
    migrator(database.url(), inventory()).upgrade(3);
    const auto session = database.open();
    session->execute(each.made);
    INFO(each.made);
    CHECK_THROWS_WITH(migrator(database.url(), inventory(), with_drafts()).upgrade(),
                      ContainsSubstring("[R042]") && ContainsSubstring(each.shown) &&
                          ContainsSubstring("UNIQUE btree (code) on public.parts"));
    CHECK(upgrades(*session) == "1 2 3");
    session->execute("DROP INDEX parts_code_key");
    CHECK(migrator(database.url(), inventory(), with_drafts()).upgrade().to == 5);
    CHECK(single(*session, "SELECT to_regclass('strata_twin_of_indexed_table') IS NULL") == "t");
  }
}

TEST_CASE("an invalid index of the right name that is another one is not dropped", "[migrator]") {
  if (!has_postgresql())
    return;
  const scratch_database database(dialect::postgresql);
  make_duplicates(database);
  const auto session = database.open();
  CHECK_THROWS(
      session->execute("CREATE UNIQUE INDEX CONCURRENTLY parts_code_key ON parts (item_id)"));
  REQUIRE(single(*session, index_valid) == "f");

  CHECK_THROWS_WITH(migrator(database.url(), inventory(), with_drafts()).upgrade(),
                    ContainsSubstring("[R042]") && ContainsSubstring("item_id"));
  CHECK(single(*session, index_valid) == "f");
}

TEST_CASE("after the limit of a build nobody waits for what it left", "[migrator]") {
  if (!has_postgresql())
    return;
  const scratch_database database(dialect::postgresql);
  make_old(database);
  migrator(database.url(), inventory()).upgrade(3);
  const auto holder = database.open();
  holder->execute(
      "SET application_name = 'night job'; BEGIN; INSERT INTO parts VALUES (14, 1, 'z')");
  migrator_options options = with_drafts();
  options.statement_limit = std::chrono::milliseconds(1500);
  const auto began = std::chrono::steady_clock::now();
  CHECK_THROWS_WITH(migrator(database.url(), inventory(), options).upgrade(),
                    ContainsSubstring("[R035]") && ContainsSubstring("is left INVALID") &&
                        ContainsSubstring("night job"));
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(30));
  holder->execute("COMMIT");
}

TEST_CASE("a build that somebody cancels is no limit that is reached", "[migrator]") {
  if (!has_postgresql())
    return;
  const scratch_database database(dialect::postgresql);
  make_old(database);
  migrator(database.url(), inventory()).upgrade(3);
  const auto holder = database.open();
  holder->execute("BEGIN; INSERT INTO parts VALUES (14, 1, 'z')");
  std::thread canceller([&] {
    const auto db = database.open();
    while (single(*db,
                  "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE query LIKE "
                  "'CREATE UNIQUE INDEX CONC%' AND wait_event_type = 'Lock' AND state = 'active' "
                  "AND datname = current_database()") == "0") {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    holder->execute("COMMIT");
  });
  std::string said;
  try {
    migrator(database.url(), inventory(), with_drafts()).upgrade();
  } catch (const error& failed) {
    said = failed.what();
  }
  canceller.join();
  CHECK_THAT(said, ContainsSubstring("[R020]") && !ContainsSubstring("[R035]"));
}
