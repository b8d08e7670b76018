#include "src/runtime/judgement.hpp"

#include "src/runtime/embedded.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/runtime/versions.hpp"

#include <strata/runtime/error.hpp>

using namespace strata;
using namespace strata::detail;
using strata::testing::small;

namespace {

/// A database at a version, as this program or another left it.
database_state at(int version, int oldest_compatible = 0) {
  database_state state;
  state.newest = 1;
  state.version = version;
  state.oldest_compatible = oldest_compatible;
  for (int each = 1; each <= version; ++each) {
    state.applied[each] = {"", "f" + std::to_string(each), false, each};
  }
  return state;
}

judgement judged(const database_state& state, const std::string& tables = {}) {
  return judge(state, small, dialect::postgresql, tables);
}

} // namespace

TEST_CASE("a database at the head is up to date", "[runtime]") {
  CHECK(judged(at(3)).verdict == verdict::up_to_date);
  CHECK_NOTHROW(refuse(judged(at(3))));
}

TEST_CASE("a database below the head has versions pending", "[runtime]") {
  CHECK(judged(at(1)).verdict == verdict::pending);
  CHECK(judged(at(1)).explanation == "at version 1, 2 to apply");
  CHECK(judged(database_state{}).verdict == verdict::pending);
  CHECK_NOTHROW(refuse(judged(at(1))));
}

TEST_CASE("tables without a history are somebody's work", "[runtime]") {
  CHECK(judged(database_state{}, "a, b").code == "R013");
  CHECK(judged(at(1), "a, b").verdict == verdict::pending);
}

TEST_CASE("a newer database says which programs may run on it", "[runtime]") {
  CHECK(judged(at(5, 3)).verdict == verdict::newer_but_compatible);
  CHECK_NOTHROW(refuse(judged(at(5, 3))));
  CHECK(judged(at(5, 4)).verdict == verdict::newer);
  CHECK_THROWS_AS(refuse(judged(at(5, 4))), migration_error);
  auto begun = at(3, 3);
  begun.begun = begun_version{.version = 4, .steps_done = 1};
  CHECK(judged(begun).verdict == verdict::newer_but_compatible);
  begun.oldest_compatible = 4;
  CHECK(judged(begun).verdict == verdict::newer);
}

TEST_CASE("another fingerprint is an edited version", "[runtime]") {
  auto state = at(3);
  state.applied[2].fingerprint = "other";
  CHECK(judged(state).code == "R012");
  CHECK(judged(state).version == 2);
  state.applied[2].fingerprint.clear(); // Stamped over.
  CHECK(judged(state).verdict == verdict::up_to_date);
}

TEST_CASE("a changed draft at the end has a way out", "[runtime]") {
  auto state = at(3);
  state.applied[3].fingerprint = "other";
  state.applied[3].has_down_sql = true;
  CHECK(judged(state).explanation.find("`redo`") != std::string::npos);
  state.applied[3].has_down_sql = false;
  CHECK(judged(state).explanation.find("`redo`") == std::string::npos);
}

TEST_CASE("an edited version is told before a newer one", "[runtime]") {
  auto state = at(5, 1);
  state.applied[2].fingerprint = "other";
  CHECK(judged(state).verdict == verdict::edited);
}

TEST_CASE("a version in progress must be the one that is embedded", "[runtime]") {
  auto state = at(1);
  const auto script = script_checksum(small.versions[1].scripts[0].up);
  state.begun = begun_version{.version = 2, .steps_done = 1, .fingerprint = "f2", .script = script};
  CHECK(judged(state).verdict == verdict::pending);
  state.begun->script = "other";
  CHECK(judged(state).code == "R036");
  state.begun->script = script;
  state.begun->fingerprint = "other";
  CHECK(judged(state).code == "R036");
}

TEST_CASE("a downgrade in progress must be finished", "[runtime]") {
  auto state = at(2);
  state.begun = begun_version{.version = 2, .up = false, .steps_done = 1};
  CHECK(judged(state).code == "R024");
}
