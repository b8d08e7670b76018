// Any schema, any change, with rows: on SQLite in memory, and on PostgreSQL.
#include "tests/property/random_edit.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/database.hpp"
#include "tests/support/migration_trial.hpp"

#include <algorithm>
#include <functional>
#include <memory>

using namespace strata;
using namespace strata::testing;

namespace {

/// What is wrong with the migration that this seed makes; empty: nothing.
std::string problems(std::uint64_t seed, live_database& on) {
  const model::schema from = schema_generator(seed).schema();
  const edited_schema to = random_edit(seed + 1, from, 4);
  const model::dialect kind = on.target().dialect;
  trial tried{version_of(1, sound_on(kind, from)),
              version_of(2, sound_on(kind, to.schema), to.transition),
              {},
              {},
              {}};
  tried.rows = rows_of(tried.from.schema, kind);
  std::string text;
  for (const std::string& each : problems_of(tried, on))
    text += each + "\n";
  return text.empty() ? text : to.story + text;
}

/// A few failures tell more than one, and all of them no more than a few.
constexpr int enough_failures = 3;

/// `open` makes a database, which is used again as long as migrations leave it empty.
void check_runs(const char* test,
                int count,
                const std::function<std::unique_ptr<live_database>()>& open) {
  int failures = 0;
  std::unique_ptr<live_database> live;
  for (int run = 0; run < count && failures < enough_failures; ++run) {
    const std::uint64_t seed = seed_of(test, run);
    if (!live)
      live = open();
    const std::string found = problems(seed, *live);
    INFO("seed " << seed << ", run " << run);
    CHECK(found == "");
    if (!found.empty()) {
      ++failures;
      live.reset();
    }
  }
}

} // namespace

TEST_CASE("any change of any schema carries rows up and down on SQLite", "[sqlite]") {
  check_runs("sqlite", runs(300), open_sqlite);
}

TEST_CASE("any change of any schema carries rows up and down on PostgreSQL", "[postgresql]") {
  const auto dialects = tested_dialects();
  if (std::ranges::find(dialects, dialect::postgresql) == dialects.end())
    return;
  std::unique_ptr<scratch_database> scratch;
  check_runs("postgresql", runs(40), [&] {
    scratch.reset();
    scratch = std::make_unique<scratch_database>(dialect::postgresql);
    return open_postgresql(scratch->url());
  });
}
