// A draft that is half applied when its header changes: the ways out of it.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/processes.hpp"

#include <strata/runtime/migrator.hpp>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

/// The inventory, its second version a draft of two steps.
struct two_step_draft : edited_inventory {
  explicit two_step_draft(dialect on) {
    version(2).sealed = false;
    script(2, on).up = "-- strata: step 1 [expand]\nCREATE TABLE notes (id bigint);\n\n"
                       "-- strata: step 2 [contract]\nCREATE UNIQUE INDEX names ON items (name);\n";
    script(2, on).down = "-- strata: step 1 [contract]\nDROP INDEX names;\n\n"
                         "-- strata: step 2 [contract] [loses-data]\nDROP TABLE notes;\n";
  }
};

/// The same draft after its header was changed.
struct changed_draft : edited_inventory {
  explicit changed_draft(dialect on) {
    version(2).sealed = false;
    version(2).fingerprint = "another";
    script(2, on).up = "-- strata: step 1 [expand]\nCREATE TABLE memos (id bigint);\n";
    script(2, on).down = "-- strata: step 1 [contract]\nDROP TABLE memos;\n";
  }
};

/// An old database whose upgrade to the draft was killed after its first step.
void leave_half_applied(const scratch_database& database, const edited_inventory& draft) {
  make_old(database);
  const ending child = in_child([&] {
    migrator(database.url(), draft.first(2), with_drafts([](const migration_event& event) {
               if (event.kind == event_kind::step_done && event.version == 2)
                 kill_myself();
             }))
        .upgrade();
    return 0;
  });
  REQUIRE(child.killed);
}

std::string never_interrupted(dialect on) {
  const scratch_database database(on);
  make_old(database);
  migrator(database.url(), changed_draft(on).first(2), with_drafts()).upgrade();
  return snapshot(*database.open());
}

} // namespace

TEST_CASE("a draft that changed while it was half applied is done again by redo", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    leave_half_applied(database, two_step_draft(on));
    const changed_draft changed(on);
    migrator migrating(database.url(), changed.first(2), with_drafts());

    CHECK_THROWS_WITH(
        migrating.upgrade(),
        ContainsSubstring("[R036] version 2 (sites) was begun in another form than this "
                          "program carries, with 1 step done; `redo`"));
    CHECK_THROWS_WITH(migrating.redo(), ContainsSubstring("[R018]")); // By the recorded SQL.
    CHECK(migrating.status().begun == 2);
    const migration_report report = migrating.redo(true);

    CHECK(report.to == 2);
    CHECK(report.steps == 4); // The second of the old form, two back, one of the new.
    CHECK(snapshot(*database.open()) == never_interrupted(on));
    CHECK(migrating.check());
  }
}

TEST_CASE("a draft that is gone while it was half applied is taken back", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    leave_half_applied(database, two_step_draft(on));
    edited_inventory without_it;
    migrator migrating(database.url(), without_it.first(1), with_drafts());

    CHECK_THROWS_WITH(migrating.downgrade(1), ContainsSubstring("[R018]"));
    CHECK(migrating.downgrade(1, true).to == 1);

    CHECK(snapshot(*database.open()).find("notes") == std::string::npos);
    CHECK(migrating.check());
  }
}

TEST_CASE("what stands in the way of finishing a changed draft is told", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    leave_half_applied(database, two_step_draft(on));
    database.open()->execute("INSERT INTO items (id, name) VALUES (9, 'press')");
    const changed_draft changed(on);
    migrator migrating(database.url(), changed.first(2), with_drafts());

    CHECK_THROWS_WITH(migrating.redo(true),
                      ContainsSubstring("version 2 (sites), step 2 of 2: [R020]") &&
                          ContainsSubstring("correct what stands in its way") &&
                          ContainsSubstring("`stamp --to 1`"));
    database.open()->execute("DELETE FROM items WHERE id = 9");
    CHECK(migrating.redo(true).to == 2);
    CHECK(snapshot(*database.open()) == never_interrupted(on));
  }
}

TEST_CASE("redo killed at any step goes on where it was", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const std::string expected = never_interrupted(on);
    const changed_draft changed(on);
    bool was_killed = true;
    for (int at = 0; was_killed; ++at) {
      const scratch_database database(on);
      leave_half_applied(database, two_step_draft(on));
      const ending child = in_child([&] {
        int event = 0;
        migrator(database.url(), changed.first(2), with_drafts([&](const migration_event& told) {
                   const bool is_step =
                       told.kind == event_kind::step_executed || told.kind == event_kind::step_done;
                   if (is_step && event++ == at)
                     kill_myself();
                 }))
            .redo(true);
        return 0;
      });
      was_killed = child.killed;
      INFO("killed at event " << at);
      REQUIRE((child.killed || child.code == 0));
      migrator again(database.url(), changed.first(2), with_drafts());
      const auto found = again.status();
      if (found.verdict == verdict::edited) {
        again.redo(true);
      } else if (found.verdict == verdict::interrupted_downgrade) {
        again.downgrade(1, true);
      }
      again.upgrade();
      CHECK(snapshot(*database.open()) == expected);
    }
  }
}

TEST_CASE("a downgrade says so where there is nothing or half a version to take back",
          "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    migrator none(database.url(), inventory(), with_drafts());
    CHECK_THROWS_WITH(none.downgrade(1), ContainsSubstring("[R022] no version is applied"));
    const two_step_draft draft(on);
    leave_half_applied(database, draft);
    migrator same(database.url(), draft.first(2), with_drafts());
    CHECK_THROWS_WITH(same.downgrade(1, true),
                      ContainsSubstring("[R025] version 2 is half applied"));
    CHECK(same.upgrade().to == 2);
  }
}

TEST_CASE("nothing is taken back on the database of another program", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    for (const bool says_its_schema : {true, false}) {
      const scratch_database database(on);
      edited_inventory theirs;
      theirs.version(1).sealed = false;
      theirs.version(1).fingerprint = "theirs";
      theirs.version(1).title = "accounts";
      migrations all = theirs.first(1);
      all.name = "bookkeeping";
      migrator_options options = with_drafts();
      options.program = "books";
      migrator(database.url(), all, options).upgrade();
      if (!says_its_schema)
        database.open()->execute("UPDATE strata_history SET schema_name = ''");
      database.open()->execute("INSERT INTO items (id, name) VALUES (1, 'theirs')");
      edited_inventory mine;
      mine.version(1).sealed = false;
      migrator migrating(database.url(), mine.first(1), with_drafts());

      CHECK_THROWS_WITH(migrating.redo(true),
                        ContainsSubstring("[R044]") && ContainsSubstring("books"));
      CHECK_THROWS_WITH(migrating.downgrade(0, true), ContainsSubstring("[R044]"));
      if (says_its_schema) {
        CHECK_THROWS_WITH(migrating.upgrade(),
                          ContainsSubstring("[R012]") && ContainsSubstring("bookkeeping") &&
                              !ContainsSubstring("redo"));
      }
      CHECK(single(*database.open(), "SELECT count(*) FROM items") == "1");
    }
  }
}

TEST_CASE("redo runs nothing where an earlier version is another's", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    migrator(database.url(), inventory(), with_drafts()).upgrade();
    const std::string before = snapshot(*database.open());
    edited_inventory edited;
    edited.version(2).fingerprint = "another";
    edited.version(5).fingerprint = "changed";
    migrator migrating(database.url(), edited.all(), with_drafts());
    CHECK_THROWS_WITH(migrating.redo(true), ContainsSubstring("[R012] version 2"));
    CHECK_THROWS_WITH(migrating.downgrade(4, true), ContainsSubstring("[R012] version 2"));
    CHECK(snapshot(*database.open()) == before);
  }
}

TEST_CASE("redo takes nothing back where applying it anew would be refused", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    migrator(database.url(), inventory(), with_drafts()).upgrade();
    const std::string before = snapshot(*database.open());
    edited_inventory newer;
    newer.minimum_postgresql = 990000;
    newer.minimum_sqlite = 99000000;
    CHECK_THROWS_WITH(migrator(database.url(), newer.all(), with_drafts()).redo(true),
                      ContainsSubstring("[R015]"));
    CHECK(snapshot(*database.open()) == before);

    edited_inventory malformed;
    malformed.script(5, on).up = "-- strata: step 1 [expnad]\nSELECT 1;\n";
    CHECK_THROWS_WITH(migrator(database.url(), malformed.all(), with_drafts()).redo(true),
                      ContainsSubstring("expnad"));
    CHECK(snapshot(*database.open()) == before);

    if (on == dialect::sqlite) {
      migrator_options phased = with_drafts();
      phased.phase = phase::expand;
      CHECK_THROWS_WITH(migrator(database.url(), inventory(), phased).redo(true),
                        ContainsSubstring("[R028]"));
      CHECK(snapshot(*database.open()) == before);
    }
    CHECK(upgrades(*database.open()) == "1 2 3 4 5");
  }
}
