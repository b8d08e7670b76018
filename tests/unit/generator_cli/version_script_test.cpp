// The way from one version to another.
#include "codegen/cli/version_script.hpp"

#include "codegen/cli/arguments.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::codegen;
using namespace strata::testing;

namespace {

/// Three versions of which the last drops a column; none is sealed.
generation three_versions() {
  generation made;
  for (int number = 1; number <= 3; ++number) {
    model::version& version = made.versions.emplace_back().version;
    version.number = number;
    const table base = table("t").with_id();
    version.schema = schema_of({number == 2 ? base.with(column("old", text).null()) : base});
    const std::string n = std::to_string(number);
    made.committed.push_back({"sqlite/000" + n + ".up.sql",
                              "-- opening\n\n-- strata: step 1 [expand]\nUP " + n + ";\n"});
    made.committed.push_back({"sqlite/000" + n + ".down.sql",
                              "-- strata: step 1 [contract] [loses-data]\nDOWN " + n + ";\n"});
  }
  made.committed.push_back({"sqlite/0002.plain.sql", "-- strata: step 1 [expand]\nPLAIN 2;\n"});
  return made;
}

generator_settings on_sqlite() {
  generator_settings settings;
  settings.targets = {{model::dialect::sqlite, 3038000}};
  return settings;
}

std::vector<std::string> statements(int from, int to, bool fast = false) {
  std::vector<std::string> all;
  for (const script_step& each :
       script_between(on_sqlite(), three_versions(), {from, to}, fast).steps)
    all.insert(all.end(), each.statements.begin(), each.statements.end());
  return all;
}

using texts = std::vector<std::string>;

} // namespace

TEST_CASE("a migration's text is read by its markers", "[generator_cli]") {
  CHECK(steps_in("-- Version 2\n-- strata: stepping\n\n"
                 "-- strata: step 1 [expand]\nONE;\n\nTWO;\n\n"
                 "-- strata: step 2 [expand] [no-transaction] [builds-index i]\nTHREE;\n"
                 "-- strata: step 3 [data] [foreign-keys-off]\n  -- strata: step no\nFOUR;\n"
                 "-- strata: step 4 [data] [done-when select '[no-transaction]']\nFIVE;\n"
                 "-- strata: step 5 [data]\n") ==
        std::vector<script_step>{{true, false, {"ONE;\n\nTWO;"}},
                                 {false, false, {"THREE;"}},
                                 {true, true, {"  -- strata: step no\nFOUR;"}},
                                 {true, false, {"FIVE;"}}});
}

TEST_CASE("every version between the two is gone through, up or down", "[generator_cli]") {
  CHECK(statements(0, 3) == texts{"UP 1;", "UP 2;", "UP 3;"});
  CHECK(statements(1, 2) == texts{"UP 2;"});
  CHECK(statements(3, 1) == texts{"DOWN 3;", "DOWN 2;"});
  CHECK(statements(2, 2).empty());
  CHECK(statements(0, 3, true) == texts{"UP 1;", "PLAIN 2;", "UP 3;"});
}

TEST_CASE("the hazards of the way are those of its versions", "[generator_cli]") {
  const script made = script_between(on_sqlite(), three_versions(), {1, 3}, false);
  REQUIRE_FALSE(made.hazards.empty());
  CHECK(made.hazards.front().hazard == hazard::data_loss);
  CHECK(made.hazards.front().object == "t.old");
}

TEST_CASE("a version that is not there or cannot be undone is refused", "[generator_cli]") {
  CHECK_THROWS_AS(statements(1, 4), usage_error);
  generation made = three_versions();
  made.versions[1].version.transition.irreversible = "it is gone";
  CHECK_THROWS_AS(script_between(on_sqlite(), made, {2, 1}, false), usage_error);
  CHECK_NOTHROW(script_between(on_sqlite(), made, {3, 2}, false));
}
