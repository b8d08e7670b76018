// Killed at every event in turn, then run again: the same result.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/processes.hpp"

#include <strata/runtime/migrator.hpp>

#include <functional>
#include <optional>

using namespace strata;
using namespace strata::testing;

namespace {

using migrating = std::function<void(migrator&)>;

/// An empty database again and again. PostgreSQL: the same one, emptied, since making one is slow.
class emptied_database {
public:
  explicit emptied_database(dialect on) : on_(on) {}

  const scratch_database& next() {
    if (on_ == dialect::postgresql && database_) {
      database_->open()->execute("SET client_min_messages = warning; DROP SCHEMA public CASCADE; "
                                 "CREATE SCHEMA public");
    } else {
      database_.reset();
      database_.emplace(on_);
    }
    return *database_;
  }

private:
  dialect on_;
  std::optional<scratch_database> database_;
};

/// Prepares a database, lets a child do the work and die at its event number `at`, does the work
/// again, and returns what there is then. The child's end tells when there is no such event.
std::string after_a_kill(const scratch_database& database,
                         int at,
                         const std::function<void(const scratch_database&)>& prepare,
                         const migrating& work,
                         bool& was_killed) {
  prepare(database);
  const ending child = in_child([&] {
    int event = 0;
    migrator dying(database.url(), inventory(), with_drafts([&](const migration_event&) {
                     if (event++ == at)
                       kill_myself();
                   }));
    work(dying);
    return 0;
  });
  was_killed = child.killed;
  INFO("killed at event " << at);
  REQUIRE((child.killed || child.code == 0));
  migrator again(database.url(), inventory(), with_drafts());
  work(again);
  CHECK(again.status().begun == std::nullopt);
  return snapshot(*database.open());
}

/// The result without a kill, and with one at each event.
int kill_at_every_event(dialect on,
                        const std::function<void(const scratch_database&)>& prepare,
                        const migrating& work) {
  bool was_killed = false;
  emptied_database databases(on);
  const std::string expected = after_a_kill(databases.next(), -1, prepare, work, was_killed);
  REQUIRE_FALSE(was_killed);
  int events = 0;
  for (;; ++events) {
    const std::string found = after_a_kill(databases.next(), events, prepare, work, was_killed);
    CHECK(found == expected);
    if (!was_killed) {
      return events;
    }
  }
}

} // namespace

TEST_CASE("an upgrade killed at any event is finished by the next", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const int events = kill_at_every_event(on, make_old, [](migrator& with) { with.upgrade(); });
    CHECK(events >= (on == dialect::postgresql ? 36 : 26));
  }
}

TEST_CASE("making a database, killed at any event, is all or nothing", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const int events = kill_at_every_event(
        on,
        [](const scratch_database&) {},
        [](migrator& with) {
          const int found = with.status().current;
          CHECK((found == 0 || found == 5));
          with.upgrade();
        });
    CHECK(events >= 11);
  }
}

TEST_CASE("a downgrade killed at any event is finished by the next", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const int events = kill_at_every_event(
        on,
        [](const scratch_database& database) {
          make_old(database);
          migrator(database.url(), inventory(), with_drafts()).upgrade();
        },
        [](migrator& with) { with.downgrade(1, true); });
    CHECK(events >= 20);
  }
}

TEST_CASE("what a kill left is told by status and refused by a downgrade", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    const ending child = in_child([&] {
      migrator(database.url(), inventory(), with_drafts([](const migration_event& event) {
                 if (event.kind == event_kind::step_done && event.version == 3)
                   kill_myself();
               }))
          .upgrade();
      return 0;
    });
    REQUIRE(child.killed);
    migrator migrating(database.url(), inventory(), with_drafts());

    const migration_status found = migrating.status();

    CHECK(found.verdict == verdict::pending);
    CHECK(found.current == 2);
    CHECK(found.begun == 3);
    CHECK(found.begun_up);
    CHECK(found.versions.at(2).steps_done == 1);
    CHECK_FALSE(found.versions.at(2).applied);
    CHECK_THROWS_WITH(migrating.downgrade(1, true), Catch::Matchers::ContainsSubstring("[R025]"));
    CHECK(migrating.upgrade(3).from == 2);
    CHECK(upgrades(*database.open()) == "1 2 3");
  }
}
