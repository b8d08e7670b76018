// The history table: what a row says, older and newer forms of it, stamps.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/migrator.hpp>

#include <array>
#include <chrono>
#include <functional>
#include <thread>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("a row says what was done, by whom, when, how and why", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    migrator_options options = with_drafts();
    options.program = "stocktaking";
    migrator migrating(database.url(), inventory(), options);
    migrating.upgrade();
    migrating.downgrade(4, true);

    const auto rows = migrating.history();

    REQUIRE(rows.size() == (on == dialect::postgresql ? 11 : 8));
    for (std::size_t at = 1; at < rows.size(); ++at) {
      CHECK(rows[at].id > rows[at - 1].id);
      CHECK(rows[at].format == 1);
      CHECK(rows[at].program == "stocktaking");
      CHECK_FALSE(rows[at].applied_by.empty());
      CHECK(rows[at].applied_at.size() == std::string("2026-01-02T03:04:05.678901Z").size());
      CHECK(rows[at].applied_at.ends_with('Z'));
    }
    const history_row& step = rows[on == dialect::postgresql ? 3 : 2];
    CHECK(step.action == "step");
    CHECK(step.direction == "up");
    CHECK(step.version == 3);
    CHECK(step.step == 1);
    CHECK(step.phase == (on == dialect::postgresql ? "expand" : "data"));
    CHECK(step.fingerprint == "fingerprint-3");
    CHECK(step.oldest_compatible == 1); // What comes before contract, older programs survive.
    CHECK_FALSE(step.script.empty());
    const history_row& third = rows[on == dialect::postgresql ? 5 : 3];
    CHECK(third.action == "upgrade");
    CHECK(third.version == 3);
    CHECK(third.title == "sites for all");
    CHECK(third.oldest_compatible == 3);
    CHECK(third.acknowledged == R"([{"hazard": "breaks_old_writers", "object": "items.site", )"
                                R"("because": "every item has a \"site\" now"}])");
    CHECK(third.down_sql.empty());
    const history_row& draft = rows[rows.size() - 2];
    CHECK(draft.version == 5);
    CHECK_THAT(draft.down_sql, ContainsSubstring("DROP TABLE \"notes\""));
    const history_row& back = rows.back();
    CHECK(back.action == "downgrade");
    CHECK(back.direction == "down");
    CHECK(back.version == 4);
    CHECK(back.fingerprint == "fingerprint-4");
    CHECK(back.oldest_compatible == 4);
  }
}

TEST_CASE("the row that ends a version tells how long all of it took", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    constexpr std::chrono::milliseconds pause{60};
    const auto slow = with_drafts([&](const migration_event& event) {
      if (event.kind == event_kind::step_executed && event.version == 3)
        std::this_thread::sleep_for(pause);
    });
    migrator migrating(database.url(), inventory(), slow);
    migrating.upgrade();
    const auto steps = on == dialect::postgresql ? 3 : 2;
    for (const history_row& row : migrating.history()) {
      if (row.action == "upgrade" && row.version == 3)
        CHECK(row.duration_ms >= steps * pause.count());
      if (row.action == "upgrade" && row.version == 4)
        CHECK(row.duration_ms < 10 * pause.count());
    }
  }
}

TEST_CASE("the highest identity counts, not the time", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    migrator migrating(database.url(), inventory(), with_drafts());
    migrating.upgrade(2);
    database.open()->execute(
        on == dialect::postgresql
            ? "UPDATE strata_history SET applied_at = '2001-01-01' WHERE id > 1"
            : "UPDATE strata_history SET applied_at = '2001-01-01T00:00:00.000000Z' WHERE id > 1");
    CHECK(migrating.status().current == 2);
  }
}

TEST_CASE("an older history table is read, and completed when it is written", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    for (const std::string column : {"script", "program", "down_sql"}) {
      database.open()->execute("ALTER TABLE strata_history DROP COLUMN " + column);
    }
    migrator migrating(database.url(), inventory(), with_drafts());
    CHECK(migrating.status().current == 1);
    CHECK(migrating.history().size() == 1);
    CHECK(migrating.upgrade().to == 5);
    CHECK(single(*database.open(), "SELECT program <> '' FROM strata_history WHERE version = 5") ==
          (on == dialect::postgresql ? "t" : "1"));
  }
}

TEST_CASE("a history with columns of a newer program is read", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    database.open()->execute(
        "ALTER TABLE strata_history ADD COLUMN later text NOT NULL DEFAULT 'x'; INSERT INTO "
        "strata_history (format, action, version, fingerprint, oldest_compatible) VALUES (1, "
        "'stamp', 2, 'fingerprint-2', 1)");
    migrator migrating(database.url(), inventory(), with_drafts());
    const auto found = migrating.status();
    CHECK(found.current == 2);
    CHECK(found.verdict == verdict::pending);
  }
}

TEST_CASE("a stamp says what a database has without running anything", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    migrator(database.url(), inventory(), with_drafts()).upgrade(4);
    database.open()->execute("DROP TABLE strata_history");
    migrator migrating(database.url(), inventory(), with_drafts());
    const std::string before = snapshot(*database.open());

    migrating.stamp(4);

    CHECK(snapshot(*database.open()) == before);
    CHECK(migrating.history().back().action == "stamp");
    CHECK(migrating.history().back().fingerprint == "fingerprint-4");
    CHECK(migrating.history().back().oldest_compatible == 4);
    CHECK(migrating.upgrade().steps == 1);
    CHECK_THROWS_WITH(migrating.stamp(6), ContainsSubstring("[R022]"));
    CHECK_THROWS_WITH(migrating.stamp(-1), ContainsSubstring("[R022]"));
  }
}

TEST_CASE("stamped as nothing, a database with other tables is upgraded step by step",
          "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    database.open()->execute("CREATE TABLE others (id integer)");
    migrator migrating(database.url(), inventory(), with_drafts());
    migrating.stamp(0);
    const auto report = migrating.upgrade();
    CHECK(report.to == 5);
    CHECK(report.steps == (on == dialect::postgresql ? 10 : 7));
  }
}

TEST_CASE("everything can be taken back, and applied again", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    migrator migrating(database.url(), inventory(), with_drafts());
    migrating.upgrade();
    const std::string made = snapshot(*database.open());
    CHECK(migrating.downgrade(0, true).to == 0);
    CHECK(snapshot(*database.open()).empty());
    CHECK(migrating.status().current == 0);
    CHECK(migrating.upgrade().to == 5);
    CHECK(snapshot(*database.open()) == made);
  }
}

TEST_CASE("a row that no migrator writes is refused and named", "[migrator]") {
  struct case_of {
    std::string change;
    std::string fault;
    bool on_sqlite_only = false;
  };

  const std::vector<case_of> cases{
      {"UPDATE strata_history SET version = 2147483647 WHERE id = 2", "version 2147483647"},
      {"UPDATE strata_history SET version = -5 WHERE id = 2", "version -5"},
      {"UPDATE strata_history SET version = 1099511627779 WHERE id = 2", "'1099511627779'", true},
      {"UPDATE strata_history SET version = 'three' WHERE id = 2", "'three'", true},
      {"UPDATE strata_history SET version = 2.5 WHERE id = 2", "in the column version", true},
      {"UPDATE strata_history SET action = x'00' WHERE id = 2", "in the column action", true},
      {"UPDATE strata_history SET format = 9 WHERE id = 2", "format 9"},
      {"UPDATE strata_history SET format = 0 WHERE id = 2", "format 0"},
      {"UPDATE strata_history SET action = 'upgraed' WHERE id = 2", "upgraed"},
      {"UPDATE strata_history SET oldest_compatible = -1 WHERE id = 2", "oldest_compatible"},
      {"UPDATE strata_history SET direction = 'sideways' WHERE id = 2", "sideways"},
      {"DELETE FROM strata_history WHERE id = 2", "should say 2"},
      {"UPDATE strata_history SET id = -1 WHERE id = 2", "id -1", true}};
  for (const dialect on : tested_dialects()) {
    edited_inventory edited;
    for (int version = 2; version <= 3; ++version) {
      edited.script(version, on).up = "-- strata: step 1 [expand]\nSELECT 1;\n";
    }
    for (const case_of& each : cases) {
      if (each.on_sqlite_only && on == dialect::postgresql)
        continue;
      const scratch_database database(on);
      make_old(database);
      migrator(database.url(), edited.first(3), with_drafts()).upgrade();
      database.open()->execute(each.change);
      migrator migrating(database.url(), edited.all(), with_drafts());
      INFO(each.change);
      const std::array<std::function<void()>, 4> starts{[&] { migrating.check(); },
                                                        [&] { migrating.upgrade(); },
                                                        [&] { migrating.redo(true); },
                                                        [&] { migrating.status(); }};
      for (const auto& start : starts) {
        CHECK_THROWS_WITH(start(),
                          ContainsSubstring("[R040] the row ") && ContainsSubstring(each.fault) &&
                              ContainsSubstring("strata_history"));
      }
    }
  }
}

TEST_CASE("a step beyond those that the version has is refused", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    database.open()->execute("INSERT INTO items (id, name) VALUES (3, 'saw')");
    edited_inventory edited;
    const std::string script =
        std::string("-- strata: step 1 [expand]\nCREATE TABLE a (n integer);\n") +
        "-- strata: step 2 [expand]\nDROP TABLE nowhere;\n";
    edited.script(2, on).up = script;
    CHECK_THROWS(migrator(database.url(), edited.all(), with_drafts()).upgrade());
    database.open()->execute("UPDATE strata_history SET step = 2 WHERE action = 'step'");
    CHECK_THROWS_WITH(migrator(database.url(), edited.all(), with_drafts()).upgrade(),
                      ContainsSubstring("[R040]"));
  }
}

TEST_CASE("columns of the history are known by their names", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    // As many columns as there should be.
    database.open()->execute("ALTER TABLE strata_history RENAME COLUMN program TO programme");
    migrator migrating(database.url(), inventory(), with_drafts());
    CHECK(migrating.upgrade().to == 5);
    database.open()->execute("ALTER TABLE strata_history RENAME COLUMN version TO verzion");
    CHECK_THROWS_WITH(migrating.check(),
                      ContainsSubstring("strata_history") && ContainsSubstring("column version"));
  }
}

TEST_CASE("a view in the history's place is refused", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    database.open()->execute("ALTER TABLE strata_history RENAME TO really; CREATE VIEW "
                             "strata_history AS SELECT * FROM really");
    migrator migrating(database.url(), inventory(), with_drafts());
    CHECK_THROWS_WITH(migrating.check(), ContainsSubstring("is a view"));
    CHECK_THROWS_WITH(migrating.upgrade(), ContainsSubstring("is a view"));
  }
}

TEST_CASE("a temporary history is never made nor read", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    const auto session = database.open();
    session->execute("SET search_path = pg_temp, public");
    migrator(*session, inventory(), with_drafts()).upgrade();
    CHECK(upgrades(*database.open()) == "1 2 3 4 5");
    CHECK(single(*database.open(), "SELECT to_regclass('public.notes') IS NOT NULL") == "t");
    session->execute("CREATE TEMP TABLE strata_history (LIKE public.strata_history)");
    CHECK(migrator(*session, inventory(), with_drafts()).check());
  }
}

TEST_CASE("reading leaves the caller's transaction as it was", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    const auto session = database.open();
    session->execute("BEGIN; SET LOCAL search_path = public; SET LOCAL lock_timeout = '7s'");
    CHECK_FALSE(migrator(*session, inventory(), with_drafts()).check());
    CHECK(single(*session, "SHOW search_path") == "public");
    CHECK(single(*session, "SHOW lock_timeout") == "7s");
    session->execute("COMMIT");
  }
}
