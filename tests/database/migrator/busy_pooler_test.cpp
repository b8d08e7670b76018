// Migrating through a transaction pooler whose other clients are busy: each run is refused or is
// right, and no lock stays behind in a server session.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/database/migrator/wrapped_session.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/migrator.hpp>

#include <atomic>
#include <chrono>
#include <random>
#include <thread>

using namespace strata;
using namespace strata::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr int runs = 60;

/// Clients of the pooler that begin and end transactions without a pause.
class busy_clients {
public:
  busy_clients(const std::string& url, unsigned count) {
    for (unsigned number = 0; number < count; ++number) {
      threads_.emplace_back([this, url, number] { work(url, number); });
    }
  }

  ~busy_clients() {
    ended_ = true;
    for (std::thread& each : threads_) {
      each.join();
    }
  }

  busy_clients(const busy_clients&) = delete;
  busy_clients& operator=(const busy_clients&) = delete;

  int failures() const { return failures_; }

private:
  void work(const std::string& url, unsigned number) {
    std::minstd_rand random(number + 1);
    while (!ended_) {
      try {
        const auto db = open_session(url);
        while (!ended_) {
          db->execute("BEGIN; SELECT 1");
          std::this_thread::sleep_for(std::chrono::microseconds(random() % 4000));
          db->execute("COMMIT");
        }
      } catch (const error&) {
        ++failures_;
      }
    }
  }

  std::vector<std::thread> threads_;
  std::atomic<bool> ended_ = false;
  std::atomic<int> failures_ = 0;
};

std::string locks_left(const scratch_database& database) {
  return single(*database.open(),
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT "
                "oid FROM pg_database WHERE datname = current_database())");
}

std::string never_pooled() {
  const scratch_database database(dialect::postgresql);
  make_old(database);
  migrator(database.url(), inventory(), with_drafts()).upgrade();
  return snapshot(*database.open());
}

/// What an upgrade throws; `done` where it is.
std::string outcome_of(migrator migrating) {
  try {
    migrating.upgrade();
    return "done";
  } catch (const error& failed) {
    return failed.what();
  }
}

} // namespace

TEST_CASE("behind a busy transaction pooler each run is refused and leaves no lock", "[migrator]") {
  for (const bool is_given : {false, true}) {
    if (tested_dialects().size() < 2)
      return;
    const scratch_database database(dialect::postgresql);
    make_old(database);
    const std::string url = database.pooled_url();
    if (url.empty())
      return;
    {
      const busy_clients others(url, 6);
      for (int run = 0; run < runs; ++run) {
        INFO((is_given ? "a session of one's own, run " : "a URL, run ") << run);
        const auto session = is_given ? open_session(url) : nullptr;
        const std::string text =
            outcome_of(is_given ? migrator(*session, inventory(), with_drafts())
                                : migrator(url, inventory(), with_drafts()));
        CHECK(locks_left(database) == "0");
        if (text == "done")
          break;
        CHECK_THAT(text, ContainsSubstring("[R017]"));
      }
      CHECK(others.failures() == 0);
    }
    // A run that is given a session may have done steps while the pooler let it keep the lock.
    migrator(database.url(), inventory(), with_drafts()).upgrade();
    CHECK(snapshot(*database.open()) == never_pooled());
  }
}

TEST_CASE("a lock in a server session that the pooler rests is released", "[migrator]") {
  if (tested_dialects().size() < 2)
    return;
  const scratch_database database(dialect::postgresql);
  make_old(database);
  const std::string url = database.pooled_url();
  if (url.empty())
    return;
  const auto mine = open_session(url);
  const auto one = open_session(url);
  const auto two = open_session(url);
  // The pooler hands out what was given back last: never the session with the lock.
  const auto others_work = [&](const migration_event& event) {
    if (event.kind != event_kind::locked)
      return;
    one->execute("BEGIN; SELECT 1");
    two->execute("BEGIN; SELECT 1");
    one->execute("COMMIT");
    two->execute("COMMIT");
  };
  const std::string text = outcome_of(migrator(*mine, inventory(), with_drafts(others_work)));
  CHECK_THAT(text, ContainsSubstring("[R017]") && !ContainsSubstring("stays"));
  CHECK(locks_left(database) == "0");
  // Nobody's transaction was ended for it.
  one->execute("BEGIN; SELECT 1; COMMIT");
  two->execute("BEGIN; SELECT 1; COMMIT");
}

TEST_CASE("a lock that stays in another client's transaction is told", "[migrator]") {
  if (tested_dialects().size() < 2)
    return;
  const scratch_database database(dialect::postgresql);
  make_old(database);
  const std::string url = database.pooled_url();
  if (url.empty())
    return;
  const auto mine = open_session(url);
  const auto other = open_session(url);
  std::string process;
  const auto take_it = [&](const migration_event& event) {
    if (event.kind != event_kind::locked)
      return;
    other->execute("BEGIN");
    process = single(*other, "SELECT pg_backend_pid()");
  };
  const std::string text = outcome_of(migrator(*mine, inventory(), with_drafts(take_it)));
  CHECK_THAT(text,
             ContainsSubstring("[R017]") &&
                 ContainsSubstring("the migration lock stays in server process " + process) &&
                 ContainsSubstring("`SELECT pg_terminate_backend(" + process + ")`"));
  CHECK(single(*other, "SELECT 1") == "1");
  other->execute("COMMIT");
}

TEST_CASE("a stamp whose lock is lost on the way writes nothing", "[migrator]") {
  if (tested_dialects().size() < 2)
    return;
  const scratch_database database(dialect::postgresql);
  make_old(database);
  wrapped_session session(database.open());
  session.before = [&](std::string_view text) {
    if (text == "BEGIN")
      session.query("SELECT pg_advisory_unlock_all()", {}, false);
  };
  CHECK_THROWS_WITH(migrator(session, inventory(), with_drafts()).stamp(5),
                    ContainsSubstring("[R017]"));
  CHECK(upgrades(*database.open()) == "1");
  CHECK(single(*database.open(), "SELECT count(*) FROM strata_history") == "1");
}
