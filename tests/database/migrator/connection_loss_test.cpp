// Connections that break: the session is opened again and the state is read, never guessed.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/database/migrator/wrapped_session.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/migrator.hpp>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

[[noreturn]] void lose() { throw connection_error("the connection broke", {.code = "R004"}); }

/// What is to break: the COMMIT number `number`, before or after it reached the database.
struct loss {
  int number;
  bool after;
};

/// Upgrades an old database while its connection breaks once.
migration_report upgrade_with_loss(const scratch_database& database, loss what, int& reconnected) {
  register_faulty_driver();
  int commits = 0;
  bool lost = false;
  seen = [&](wrapped_session& opened) {
    const auto break_at = [&](std::string_view text) {
      if (text == "COMMIT" && !lost && commits++ == what.number) {
        lost = true;
        lose();
      }
    };
    (what.after ? opened.after : opened.before) = break_at;
  };
  return migrator("faulty:" + database.url(),
                  inventory(),
                  with_drafts([&](const migration_event& event) {
                    reconnected += event.kind == event_kind::reconnected ? 1 : 0;
                  }))
      .upgrade();
}

} // namespace

TEST_CASE("a commit whose answer is lost is looked up", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    for (const bool after : {false, true}) {
      for (const int number : {0, 1, 2, 5}) {
        const scratch_database database(on);
        make_old(database);
        int reconnected = 0;
        const auto report = upgrade_with_loss(database, {number, after}, reconnected);
        INFO("commit " << number << (after ? " after" : " before"));
        CHECK(reconnected == 1);
        CHECK(report.outcome == outcome::all);
        CHECK(report.to == 5);
        CHECK(report.steps == (on == dialect::postgresql ? 9 : 6));
        CHECK(upgrades(*database.open()) == "1 2 3 4 5");
      }
    }
  }
}

TEST_CASE("making a database whose commit's answer is lost is done once", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    for (const bool after : {false, true}) {
      const scratch_database database(on);
      int reconnected = 0;
      const auto report = upgrade_with_loss(database, {0, after}, reconnected);
      CHECK(reconnected == 1);
      CHECK(report.outcome == outcome::all);
      CHECK(upgrades(*database.open()) == "1 2 3 4 5");
    }
  }
}

TEST_CASE("in the caller's session a lost commit is an unknown outcome", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    wrapped_session session(database.open());
    session.after = [](std::string_view text) {
      if (text == "COMMIT")
        lose();
    };
    try {
      migrator(session, inventory(), with_drafts()).upgrade();
      FAIL("the connection broke");
    } catch (const migration_stopped& stopped) {
      CHECK(stopped.report().outcome == outcome::unknown);
      CHECK(stopped.facts().code == "R021");
      CHECK_THAT(stopped.what(), ContainsSubstring("[R021]") && ContainsSubstring("`status`"));
    }
  }
}

TEST_CASE("a connection that breaks between commits leaves a known state", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    wrapped_session session(database.open());
    session.before = [](std::string_view text) {
      if (text.find("new_items") != std::string_view::npos ||
          text.find("VALIDATE") != std::string_view::npos) {
        lose();
      }
    };
    try {
      migrator(session, inventory(), with_drafts()).upgrade();
      FAIL("the connection broke");
    } catch (const migration_stopped& stopped) {
      CHECK(stopped.report().outcome == outcome::partly);
      CHECK_THAT(stopped.what(), ContainsSubstring("the database is at version 2"));
    }
  }
}

TEST_CASE("a connection that breaks every time ends the run", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    register_faulty_driver();
    int opened = 0;
    seen = [&](wrapped_session& session) {
      ++opened;
      session.before = [](std::string_view text) {
        if (text.find("ADD COLUMN") != std::string_view::npos)
          lose();
      };
    };
    CHECK_THROWS_AS(migrator("faulty:" + database.url(), inventory(), with_drafts()).upgrade(),
                    migration_stopped);
    CHECK(opened == 4);
  }
}

TEST_CASE("PostgreSQL: a server process that is ended is replaced", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    int ended = 0;
    const auto report =
        migrator(database.url(), inventory(), with_drafts([&](const migration_event& event) {
                   if (event.kind == event_kind::step_executed && event.version == 3 && !ended++) {
                     database.open()->query(
                         "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                         "current_database() AND pid <> pg_backend_pid()");
                   }
                 }))
            .upgrade();
    CHECK(report.to == 5);
    CHECK(ended > 0);
    CHECK(upgrades(*database.open()) == "1 2 3 4 5");
  }
}
