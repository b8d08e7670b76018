#include "src/runtime/database_state.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace strata;
using namespace strata::detail;

namespace {

history_row row(std::int64_t id, std::string action, int version, int step = 0) {
  history_row made;
  made.id = id;
  made.action = std::move(action);
  made.version = version;
  made.step = step;
  made.fingerprint = "f" + std::to_string(version);
  made.oldest_compatible = version;
  return made;
}

database_state replay(const std::vector<history_row>& rows) {
  database_state state;
  for (const history_row& each : rows) {
    apply(state, each);
  }
  return state;
}

} // namespace

TEST_CASE("no rows are no version", "[runtime]") {
  const auto state = replay({});
  CHECK_FALSE(state.is_managed());
  CHECK(state.version == 0);
}

TEST_CASE("the last row says what the database has", "[runtime]") {
  const std::vector rows{row(1, "upgrade", 1), row(2, "upgrade", 2), row(5, "downgrade", 1)};
  const auto state = replay(rows);
  CHECK(state.newest == 5);
  CHECK(state.version == 1);
  CHECK(state.oldest_compatible == 1);
  CHECK(state.applied.size() == 1);
  CHECK(state.applied.at(1).fingerprint == "f1");
  CHECK(state.applied.at(1).row == 1); // Where it was applied, not where it was come back to.
}

TEST_CASE("a step leaves its version unfinished", "[runtime]") {
  auto step = row(3, "step", 2, 4);
  step.phase = "contract";
  const std::vector rows{row(1, "upgrade", 1), step};
  const auto state = replay(rows);
  CHECK(state.version == 1);
  REQUIRE(state.begun);
  CHECK(state.begun->version == 2);
  CHECK(state.begun->up);
  CHECK(state.begun->steps_done == 4);
  CHECK(state.begun->phase == phase::contract);
}

TEST_CASE("a version that is finished is no longer begun", "[runtime]") {
  const std::vector rows{row(1, "upgrade", 1), row(2, "step", 2, 1), row(3, "upgrade", 2, 2)};
  CHECK(replay(rows).version == 2);
  CHECK_FALSE(replay(rows).begun);
}

TEST_CASE("a step down keeps the version until it is taken back", "[runtime]") {
  auto step = row(2, "step", 1, 1);
  step.direction = "down";
  const std::vector rows{row(1, "upgrade", 1), step};
  const auto state = replay(rows);
  CHECK(state.version == 1);
  REQUIRE(state.begun);
  CHECK_FALSE(state.begun->up);
}

TEST_CASE("a stamp goes over versions of which nothing is known", "[runtime]") {
  const std::vector rows{row(1, "stamp", 3)};
  const auto state = replay(rows);
  CHECK(state.version == 3);
  CHECK(state.applied.size() == 3);
  CHECK(state.applied.at(2).fingerprint.empty());
  CHECK(state.applied.at(3).fingerprint == "f3");
}
