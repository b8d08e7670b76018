// The session in which migrations run: what is pinned, and that it is put back.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/database/migrator/wrapped_session.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/migrator.hpp>

#include <fmt/format.h>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("the check at start is one round trip", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    migrator(database.url(), inventory(), with_drafts()).upgrade();
    wrapped_session counting(database.open());

    CHECK(migrator(counting, inventory(), with_drafts()).upgrade().outcome == outcome::nothing);
    CHECK(counting.sent.size() == 1);

    counting.sent.clear();
    CHECK(migrator(counting, inventory(), with_drafts()).check());
    CHECK(counting.sent.size() == 1);

    counting.sent.clear();
    edited_inventory edited;
    CHECK(migrator(counting, edited.first(4)).check()); // A newer database, compatible.
    CHECK(counting.sent.size() == 1);
  }
}

TEST_CASE("PostgreSQL: a step sees pinned settings, and the caller gets his back", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    make_old(database);
    const std::string settings =
        "SELECT concat_ws(' ', current_setting('TimeZone'), current_setting('DateStyle'), "
        "current_setting('row_security'), current_setting('standard_conforming_strings'), "
        "current_setting('statement_timeout'), current_setting('search_path'))";
    const auto session = database.open();
    session->execute("SET TimeZone = 'Asia/Tokyo'; SET DateStyle = 'German'; SET "
                     "standard_conforming_strings = off; SET statement_timeout = '7s'; SET "
                     "search_path = nowhere, \"$user\", public");
    const std::string before = single(*session, settings);
    std::string inside;
    migrator(*session, inventory(), with_drafts([&](const migration_event& event) {
      if (event.kind == event_kind::step_executed && inside.empty()) {
        inside = single(*session, settings + ", current_setting('lock_timeout')");
      }
    })).upgrade(2);
    CHECK(inside == "UTC ISO, MDY off on 0 public, pg_temp");
    CHECK(single(*session, settings) == before);
    CHECK(single(*session, "SHOW lock_timeout") == "0");
  }
}

TEST_CASE("PostgreSQL: the database's own default schema is used", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    database.open()->execute(fmt::format(
        "CREATE SCHEMA app; CREATE TABLE public.strata_history (id bigint, other text); ALTER "
        "DATABASE {} SET search_path = app, public",
        database.open()->describe()));
    migrator migrating(database.url(), inventory(), with_drafts());
    CHECK(migrating.upgrade(1).to == 1);
    CHECK(migrating.upgrade().to == 5);
    const auto session = database.open();
    CHECK(single(*session, "SELECT to_regclass('app.items') IS NOT NULL") == "t");
    CHECK(single(*session, "SELECT to_regclass('app.items_site_idx') IS NULL") == "t");
    CHECK(single(*session, "SELECT count(*) FROM public.strata_history") == "0");
    CHECK(upgrades(*session) == "1 2 3 4 5");
    CHECK(migrating.check());
  }
}

TEST_CASE("PostgreSQL: without a default schema the migrator says so", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    if (on == dialect::sqlite)
      continue;
    const scratch_database database(on);
    const auto session = database.open();
    session->execute("SET search_path = nowhere");
    CHECK_THROWS_WITH(migrator(*session, inventory(), with_drafts()).upgrade(),
                      ContainsSubstring("[R031]"));
    CHECK_THROWS_WITH(migrator(*session, inventory(), with_drafts()).status(),
                      ContainsSubstring("[R031]"));
  }
}

TEST_CASE("the history table's schema and name can be chosen", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    migrator_options options = with_drafts();
    options.history_table = "applied \"here\"";
    if (on == dialect::postgresql)
      options.history_schema = "Book Keeping";
    migrator migrating(database.url(), inventory(), options);
    migrating.upgrade(1);
    migrating.upgrade();
    CHECK(migrating.check());
    CHECK(
        single(
            *database.open(),
            on == dialect::postgresql
                ? R"(SELECT count(*) FROM "Book Keeping"."applied ""here""" WHERE action = 'upgrade')"
                : R"(SELECT count(*) FROM "applied ""here""" WHERE action = 'upgrade')") == "5");
  }
}

TEST_CASE("SQLite has no schema for the history", "[migrator]") {
  const scratch_database database(dialect::sqlite);
  migrator_options options;
  options.history_schema = "app";
  CHECK_THROWS_WITH(migrator(database.url(), inventory(), options).status(),
                    ContainsSubstring("[R034]"));
}

TEST_CASE("a session inside a transaction is refused", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    const auto session = database.open();
    session->execute("BEGIN");
    CHECK_THROWS_WITH(migrator(*session, inventory(), with_drafts()).upgrade(),
                      ContainsSubstring("[R032]"));
    session->execute("ROLLBACK");
    CHECK(migrator(*session, inventory(), with_drafts()).upgrade().to == 5);
  }
}

TEST_CASE("an observer that throws leaves the database at a step boundary", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    const auto session = database.open();
    migrator migrating(*session, inventory(), with_drafts([](const migration_event& event) {
      if (event.kind == event_kind::step_executed)
        throw std::string("no");
    }));
    CHECK_THROWS_AS(migrating.upgrade(), std::string);
    CHECK_FALSE(session->in_transaction());
    CHECK(migrator(*session, inventory(), with_drafts()).upgrade().to == 5);
  }
}
