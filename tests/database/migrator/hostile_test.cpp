// Whoever may create functions in a schema of the search path runs nothing as the migrator.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hostile_twins.hpp"

#include <strata/runtime/error.hpp>
#include <strata/runtime/migrator.hpp>

#include <fmt/format.h>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

void set_search_path_of(const scratch_database& database, const char* path) {
  const auto session = database.open();
  session->execute("SET search_path = pg_catalog");
  session->execute(
      fmt::format("ALTER DATABASE {} SET search_path = {}", session->describe(), path));
}

std::unique_ptr<session> unbiased_session(const scratch_database& database) {
  auto session = database.open();
  session->execute("SET search_path = pg_catalog");
  return session;
}

bool is_postgresql_tested() {
  const auto all = tested_dialects();
  return std::find(all.begin(), all.end(), dialect::postgresql) != all.end();
}

} // namespace

TEST_CASE("PostgreSQL: no statement of the migrator runs what others made", "[migrator]") {
  if (!is_postgresql_tested())
    return;
  const scratch_database database(dialect::postgresql);
  plant_hostile_twins(*database.open());
  for (const char* path :
       {"\"$user\", public", "public, pg_catalog", "pg_temp, public, pg_catalog"}) {
    CAPTURE(path);
    set_search_path_of(database, path);
    // The twins do run, and say so.
    CHECK_THROWS_WITH(unbiased_session(database)->query("SELECT public.quote_ident('a'::name)"),
                      ContainsSubstring("hostile: function quote_ident"));

    migrator migrating(database.url(), inventory(), with_drafts());
    CHECK_FALSE(migrating.check());
    CHECK_FALSE(migrating.plan().empty());
    CHECK(migrating.upgrade().to == 5); // At one stroke.
    CHECK(migrating.check());
    CHECK(migrating.status().current == 5);
    CHECK(migrating.redo(true).to == 5);
    CHECK(migrating.downgrade(0, true).to == 0);
    CHECK(migrating.upgrade(1).to == 1);
    CHECK(migrating.upgrade().to == 5); // Step by step.
    migrating.stamp(4);
    migrating.stamp(5);
    CHECK(migrating.history().size() > 10);
    const auto seen = unbiased_session(database);
    CHECK(single(*seen, "SELECT to_regclass('public.items') IS NOT NULL") == "t");
    CHECK(single(*seen, "SELECT to_regclass('public.strata_history') IS NOT NULL") == "t");
    CHECK(migrating.downgrade(0, true).to == 0);
    seen->execute("DROP TABLE public.strata_history");
  }
}

TEST_CASE("PostgreSQL: a temporary table or view is never taken for the history", "[migrator]") {
  if (!is_postgresql_tested())
    return;
  const scratch_database database(dialect::postgresql);
  migrator(database.url(), inventory(), with_drafts()).upgrade();
  const auto session = database.open();
  session->execute("CREATE TEMP TABLE strata_history (LIKE public.strata_history)");
  CHECK(migrator(*session, inventory(), with_drafts()).check());
  session->execute("SET search_path = pg_temp, public");
  CHECK(migrator(*session, inventory(), with_drafts()).check());
  CHECK(migrator(*session, inventory(), with_drafts()).downgrade(4, true).to == 4);
  CHECK(single(*session, "SELECT to_regclass('public.notes') IS NULL") == "t");
  CHECK(migrator(*session, inventory(), with_drafts()).upgrade().to == 5);
  CHECK(single(*session, "SELECT to_regclass('public.notes') IS NOT NULL") == "t");
  CHECK(single(*session, "SELECT count(*) FROM pg_temp.strata_history") == "0");
}

TEST_CASE("a view in place of the history is refused by name, and not read", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    const auto session = database.open();
    if (on == dialect::postgresql) {
      session->execute("CREATE FUNCTION boom() RETURNS bigint LANGUAGE plpgsql AS $$BEGIN RAISE "
                       "EXCEPTION 'hostile'; END$$; CREATE VIEW strata_history AS SELECT "
                       "boom() AS id, 1 AS tableoid, 'upgrade' AS action, 5 AS version");
    } else {
      session->execute("CREATE VIEW strata_history AS SELECT 1 AS id, 'upgrade' AS action, 5 AS "
                       "version, 1 AS format");
    }
    migrator migrating(database.url(), inventory(), with_drafts());
    CHECK_THROWS_WITH(migrating.check(), ContainsSubstring("[R090]") && ContainsSubstring("view"));
    CHECK_THROWS_WITH(migrating.upgrade(), ContainsSubstring("[R090]"));
  }
}

TEST_CASE("PostgreSQL: a history that a stranger owns is not written", "[migrator]") {
  if (!is_postgresql_tested())
    return;
  const scratch_database database(dialect::postgresql);
  migrator migrating(database.url(), inventory(), with_drafts());
  migrating.upgrade(1);
  database.open()->execute(
      "DO $$BEGIN CREATE ROLE strata_stranger; EXCEPTION WHEN duplicate_object THEN NULL; END$$;"
      "CREATE FUNCTION caught() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''ran as %'', "
      "current_user; END'; CREATE TRIGGER caught BEFORE INSERT ON strata_history FOR EACH ROW "
      "EXECUTE FUNCTION caught(); ALTER TABLE strata_history OWNER TO strata_stranger");
  for (const int to : {5, 0}) {
    CHECK_THROWS_WITH(to == 5 ? migrating.upgrade() : migrating.downgrade(0, true),
                      ContainsSubstring("[R090]") && ContainsSubstring("strata_stranger") &&
                          !ContainsSubstring("ran as"));
  }
  CHECK(migrating.status().current == 1);
  database.open()->execute("DROP TRIGGER caught ON strata_history; GRANT strata_stranger TO "
                           "CURRENT_USER");
  CHECK(migrating.upgrade(2).to == 2); // Of a role that it belongs to.
  database.open()->execute("REVOKE strata_stranger FROM CURRENT_USER; ALTER TABLE strata_history "
                           "OWNER TO CURRENT_USER");
  CHECK(migrating.upgrade().to == 5);
}
