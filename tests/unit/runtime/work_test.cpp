#include "src/runtime/work.hpp"

#include "src/runtime/embedded.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/runtime/versions.hpp"

#include <strata/runtime/error.hpp>

#include <array>
#include <vector>

using namespace strata;
using namespace strata::detail;
using Catch::Matchers::ContainsSubstring;
using strata::testing::small;

namespace {

std::optional<work>
next(const database_state& state, int to = 3, std::optional<phase> only = std::nullopt) {
  return next_upgrade(state, small, dialect::postgresql, to, only);
}

/// `1.1 2.1 …`: the steps that lead from a state as far as they go.
std::string path(database_state state, int to = 3, std::optional<phase> only = std::nullopt) {
  std::string text;
  while (const auto found = next(state, to, only)) {
    text += std::to_string(found->version) + '.' + std::to_string(found->step.number) +
            (found->completes ? "! " : " ");
    state = after(state, *found, state.newest + 1);
  }
  return text;
}

database_state at(int version, int steps_done = 0) {
  database_state state;
  while (state.version < version) {
    state = after(state, *next(state), state.newest + 1);
  }
  for (int i = 0; i < steps_done; ++i) {
    state = after(state, *next(state), state.newest + 1);
  }
  return state;
}

} // namespace

TEST_CASE("an upgrade runs the steps of each version in order", "[runtime]") {
  CHECK(path({}) == "1.1! 2.1 2.2 2.3! 3.0! ");
  CHECK(path({}, 1) == "1.1! ");
  CHECK(path(at(3)).empty());
}

TEST_CASE("an upgrade goes on at the first step that is not recorded", "[runtime]") {
  CHECK(path(at(1, 1)) == "2.2 2.3! 3.0! ");
  CHECK(path(at(1, 2), 2) == "2.3! ");
}

TEST_CASE("a phase runs its steps and those before it in its turn", "[runtime]") {
  CHECK(path(at(1), 2, phase::expand) == "2.1 ");
  CHECK(path(at(1, 1), 2, phase::expand).empty());
  CHECK(path(at(1, 1), 2, phase::data) == "2.2 ");
  CHECK(path(at(1, 1), 2, phase::contract) == "2.2 2.3! ");
  CHECK_THROWS_AS(next(at(1), 2, phase::data), migration_error);
  CHECK_THROWS_AS(next(at(1), 3, phase::expand), migration_error);
  CHECK(path(at(2), 3, phase::expand) == "3.0! ");
}

TEST_CASE("what programs of both versions cannot live with has no expand form", "[runtime]") {
  auto renaming = small.versions[0];
  const std::array scripts{migration_script{dialect::postgresql,
                                            "-- strata: step 1 [expand]\nE;\n-- strata: step 2 "
                                            "[contract] [no-expand-form rename a]\nC;\n",
                                            "",
                                            ""}};
  renaming.scripts = scripts;
  const migrations all{"renaming", std::span(&renaming, 1), 0, 0};
  const auto first = [&](std::optional<phase> only) {
    return next_upgrade({}, all, dialect::postgresql, 1, only);
  };
  CHECK_THROWS_WITH(first(phase::expand),
                    ContainsSubstring("[R039]") && ContainsSubstring("rename a"));
  CHECK(first(std::nullopt)->step.number == 1);
}

TEST_CASE("a row says what a step was and who may run after it", "[runtime]") {
  const auto expand = next(at(1))->row;
  CHECK(expand.action == "step");
  CHECK(expand.direction == "up");
  CHECK(expand.phase == "expand");
  CHECK(expand.step == 1);
  CHECK(expand.version == 2);
  CHECK(expand.oldest_compatible == 1);
  const auto contract = next(at(1, 2))->row;
  CHECK(contract.action == "upgrade");
  CHECK(contract.oldest_compatible == 2);
  CHECK(contract.acknowledged.find("data_loss") != std::string::npos);
  CHECK(contract.script == script_checksum(small.versions[1].scripts[0].up));
  CHECK(next(at(2))->row.phase.empty());
}

TEST_CASE("a draft's row keeps the way back", "[runtime]") {
  CHECK(next({})->row.down_sql.empty());
  auto draft = small.versions[0];
  draft.sealed = false;
  const migrations drafts{"drafts", std::span(&draft, 1), 0, 0};
  CHECK(next_upgrade({}, drafts, dialect::postgresql, 1, std::nullopt)->row.down_sql ==
        draft.scripts[0].down);
}

TEST_CASE("a downgrade runs the steps back", "[runtime]") {
  const auto down = [](int version) {
    return small.versions[static_cast<std::size_t>(version) - 1].scripts[0].down;
  };
  database_state state = at(3);
  std::vector<std::string> rows;
  while (const auto found = next_downgrade(state, small, 1, down)) {
    rows.push_back(found->row.action + ' ' + std::to_string(found->row.version) + ' ' +
                   found->row.fingerprint + ' ' + std::to_string(found->row.oldest_compatible));
    state = after(state, *found, state.newest + 1);
  }
  CHECK(rows == std::vector<std::string>{"downgrade 2 f2 2", "step 2  2", "downgrade 1 f1 1"});
  CHECK(state.version == 1);
  CHECK_FALSE(next_downgrade(state, small, 1, down));
}
