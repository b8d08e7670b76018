// Many processes started at once.
#include "tests/database/migrator/inventory.hpp"
#include "tests/database/migrator/snapshot.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/processes.hpp"

#include <strata/runtime/migrator.hpp>

#include <algorithm>

using namespace strata;
using namespace strata::testing;

namespace {

constexpr int processes = 16;

/// All succeed; each version is applied once.
void start_together(const scratch_database& database) {
  const auto endings = in_children(processes, [&] {
    migrator(database.url(), inventory(), with_drafts()).upgrade();
    return 0;
  });
  for (const ending& each : endings) {
    CHECK_FALSE(each.killed);
    CHECK(each.code == 0);
  }
  CHECK(upgrades(*database.open()) == "1 2 3 4 5");
  CHECK(migrator(database.url(), inventory()).check());
}

} // namespace

TEST_CASE("sixteen processes on an empty database make it once", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    start_together(database);
  }
}

TEST_CASE("sixteen processes on an old database apply each step once", "[migrator]") {
  for (const dialect on : tested_dialects()) {
    const scratch_database database(on);
    make_old(database);
    start_together(database);
    const auto steps = column(*database.open(),
                              "SELECT version || '.' || step FROM strata_history WHERE version > 1 "
                              "ORDER BY id");
    auto unique = steps;
    std::sort(unique.begin(), unique.end());
    CHECK(std::adjacent_find(unique.begin(), unique.end()) == unique.end());
    CHECK(steps.size() == (on == dialect::postgresql ? 9 : 6));
  }
}
