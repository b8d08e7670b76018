// Any schema, any change, on SQLite in memory.
#include "tests/property/random_edit.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/migration_trial.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

/// What is wrong with the migration that this seed makes; empty: nothing.
std::string problems(std::uint64_t seed) {
  const model::schema from = schema_generator(seed).schema();
  const edited_schema to = random_edit(seed + 1, from, 4);
  trial tried{version_of(1, from), version_of(2, to.schema, to.transition), {}, {}, {}};
  tried.rows = rows_of(tried.from.schema, model::dialect::sqlite);
  std::string text;
  for (const std::string& each : problems_of(tried, *open_sqlite()))
    text += each + "\n";
  return text.empty() ? text : to.story + text;
}

} // namespace

TEST_CASE("any change of any schema carries rows up and down on SQLite", "[sqlite]") {
  int failures = 0;
  for (int run = 0; run < runs(400) && failures < 3; ++run) {
    const std::uint64_t seed = seed_of("sqlite", run);
    const std::string found = problems(seed);
    INFO("seed " << seed << ", run " << run);
    CHECK(found == "");
    failures += found.empty() ? 0 : 1;
  }
}
