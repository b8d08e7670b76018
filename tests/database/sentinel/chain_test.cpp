// A database as found, full of rows, goes through all versions and back.
#include "tests/database/sentinel/found_rows.hpp"

#include "codegen/inspect/differences.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/database.hpp"

#include <sentinel/db/migrations.hpp>

#include <map>
#include <memory>

namespace {

using strata::testing::live_database;

struct scratch {
  explicit scratch(strata::dialect which) {
    if (which == strata::dialect::sqlite) {
      database = strata::testing::open_sqlite();
    } else {
      server = std::make_unique<strata::testing::scratch_database>(which);
      database = strata::testing::open_postgresql(server->url());
    }
  }

  std::unique_ptr<strata::testing::scratch_database> server;
  std::unique_ptr<live_database> database;
};

const strata::migration_script& script_of(const strata::migration& of, strata::dialect which) {
  for (const auto& script : of.scripts) {
    if (script.dialect == which)
      return script;
  }
  throw std::runtime_error("a version has no script for the database");
}

/// The schema of each version, made from nothing by the plain forms.
std::map<int, strata::model::schema> fresh_schemas(strata::dialect which) {
  std::map<int, strata::model::schema> made;
  scratch on(which);
  made[0] = on.database->inspect();
  for (const auto& each : sentinel::db::migrations.versions) {
    const auto& script = script_of(each, which);
    on.database->apply(script.plain.empty() ? script.up : script.plain);
    made[each.version] = on.database->inspect();
  }
  return made;
}

using lines = std::vector<std::string>;

} // namespace

TEST_CASE(
    "a database as found, full of rows, reaches the head and comes back with all that was kept") {
  for (const strata::dialect which : strata::testing::tested_dialects()) {
    CAPTURE(which == strata::dialect::sqlite ? "sqlite" : "postgresql");
    const auto fresh = fresh_schemas(which);
    scratch on(which);
    live_database& database = *on.database;
    const auto versions = sentinel::db::migrations.versions;
    REQUIRE(versions.size() >= 5);

    database.apply(script_of(versions[0], which).up);
    strata::testing::fill_as_found(database);
    const lines found = strata::testing::lasting_rows(database, 1);
    REQUIRE(found.size() == 23);

    for (const auto& each : versions.subspan(1)) {
      CAPTURE(each.version);
      database.apply(script_of(each, which).up);
      CHECK(strata::codegen::differences(database.inspect(), fresh.at(each.version)) == lines{});
      CHECK(strata::testing::lasting_rows(database, each.version) == found);
    }
    CHECK(database.query("SELECT confidence FROM detection_records ORDER BY id").size() == 3);
    CHECK(database.query("SELECT count(*) FROM detection_records WHERE confidence = 0.75") ==
          lines{"1"});
    CHECK(database.query("SELECT count(*) FROM roles") == lines{"3"});

    for (auto at = versions.size(); at > 1; --at) {
      const int below = versions[at - 1].version - 1;
      CAPTURE(below);
      database.apply(script_of(versions[at - 1], which).down);
      CHECK(strata::codegen::differences(database.inspect(), fresh.at(below)) == lines{});
      CHECK(strata::testing::lasting_rows(database, below) == found);
    }
    database.apply(script_of(versions[0], which).down);
    CHECK(strata::codegen::differences(database.inspect(), fresh.at(0)) == lines{});
  }
}
