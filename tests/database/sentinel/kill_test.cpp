// The reference application's chain, killed at every step, and started by many at once.
#include "codegen/inspect/differences.hpp"
#include "tests/database/sentinel/found_rows.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/database.hpp"
#include "tests/support/processes.hpp"

#include <sentinel/db/migrations.hpp>

#include <strata/runtime/migrator.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <set>

using namespace strata::testing;

namespace {

using lines = std::vector<std::string>;

const strata::migrations& all() { return sentinel::db::migrations; }

strata::migrator_options observed_by(strata::migration_observer observer = {}) {
  strata::migrator_options options;
  options.allow_draft = true;
  options.observer = std::move(observer);
  return options;
}

std::unique_ptr<live_database> raw(const scratch_database& of) {
  return of.dialect() == strata::dialect::sqlite
             ? open_sqlite_file(of.url().substr(std::string("sqlite:").size()))
             : open_postgresql(of.url());
}

/// As found: version 1, rows in every table.
lines make_found(const scratch_database& database) {
  strata::migrator(database.url(), all(), observed_by()).upgrade(1);
  const auto found = raw(database);
  fill_as_found(*found);
  return lasting_rows(*found, 1);
}

/// The schema without the history: what `differences` is asked about.
strata::model::schema schema_of(const scratch_database& database) {
  const auto found = raw(database);
  found->execute("DROP TABLE strata_history");
  return found->inspect();
}

strata::model::schema fresh_schema(strata::dialect on, int version) {
  const scratch_database database(on);
  strata::migrator(database.url(), all(), observed_by()).upgrade(version);
  return schema_of(database);
}

/// Ends like the unkilled run: the version's schema, all rows that last, each version once.
void check_result(const scratch_database& database,
                  const strata::model::schema& expected,
                  const lines& rows,
                  int version) {
  strata::migrator done(database.url(), all(), observed_by());
  CHECK(done.status().current == version);
  CHECK(done.status().begun == std::nullopt);
  std::set<std::string> recorded;
  for (const auto& row : done.history()) {
    const std::string what =
        fmt::format("{} {} {} {}", row.action, row.direction, row.version, row.step);
    INFO(what << " is recorded twice");
    CHECK(recorded.insert(what).second);
  }
  CHECK(lasting_rows(*raw(database), version) == rows);
  CHECK(strata::codegen::differences(schema_of(database), expected) == lines{});
}

using migrating = std::function<void(strata::migrator&)>;

/// Before a step's commit and after it.
bool is_at_a_step(strata::event_kind of) {
  return of == strata::event_kind::step_executed || of == strata::event_kind::step_done;
}

/// For each such event of `work` in turn, a process that is killed there, and one that goes on.
int kill_at_every_step(strata::dialect on,
                       const migrating& before,
                       const migrating& work,
                       int version) {
  const auto expected = fresh_schema(on, version);
  for (int at = 0;; ++at) {
    const scratch_database database(on);
    const lines rows = make_found(database);
    {
      strata::migrator prepared(database.url(), all(), observed_by());
      before(prepared);
    }
    const ending child = in_child([&] {
      int event = 0;
      strata::migrator dying(
          database.url(), all(), observed_by([&](const strata::migration_event& told) {
            if (is_at_a_step(told.kind) && event++ == at)
              kill_myself();
          }));
      work(dying);
      return 0;
    });
    INFO("killed at step event " << at);
    REQUIRE((child.killed || child.code == 0));
    {
      strata::migrator again(database.url(), all(), observed_by());
      work(again);
    }
    check_result(database, expected, rows, version);
    if (!child.killed)
      return at;
  }
}

} // namespace

TEST_CASE("sentinel's upgrade killed at any step ends like an unkilled one") {
  for (const strata::dialect on : tested_dialects()) {
    CAPTURE(on == strata::dialect::sqlite ? "sqlite" : "postgresql");
    const int events = kill_at_every_step(
        on, [](strata::migrator&) {}, [](strata::migrator& with) { with.upgrade(); }, all().head());
    CHECK(events >= 14); // Two a step.
  }
}

TEST_CASE("sentinel's downgrade killed at any step ends like an unkilled one") {
  for (const strata::dialect on : tested_dialects()) {
    CAPTURE(on == strata::dialect::sqlite ? "sqlite" : "postgresql");
    const int events = kill_at_every_step(
        on,
        [](strata::migrator& with) { with.upgrade(); },
        [](strata::migrator& with) { with.downgrade(1, true); },
        1);
    CHECK(events >= 10);
  }
}

TEST_CASE("sixteen sentinels started together on an old database apply each step once") {
  for (const strata::dialect on : tested_dialects()) {
    CAPTURE(on == strata::dialect::sqlite ? "sqlite" : "postgresql");
    const auto expected = fresh_schema(on, all().head());
    const scratch_database database(on);
    const lines rows = make_found(database);
    const auto endings = run_together(
        16, {STRATA_SENTINEL, "migrate", "upgrade", "--url", database.url(), "--allow-draft"});
    CHECK(std::ranges::count_if(endings, [](const ending& each) { return each.code == 0; }) == 16);
    check_result(database, expected, rows, all().head());
  }
}
