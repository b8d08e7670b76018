// The order of declaration decides nothing that is printed. Each case was found by a random seed.
#include "tests/support/catch.hpp"
#include "tests/unit/plan/schemas.hpp"

#include <algorithm>

using namespace strata;
using namespace strata::testing;

namespace {

migration_sql change(const model::version& from, const model::version& to, const target& on) {
  diagnostics found;
  const migration_sql made = codegen::make_migration(on, &from, to, found);
  CHECK(found.empty());
  return made;
}

model::version turned(model::version of) {
  std::ranges::reverse(of.schema.tables);
  std::ranges::reverse(of.schema.enumerations);
  std::ranges::reverse(of.schema.views);
  return of;
}

void check_order(const model::version& from, const model::version& to) {
  for (const target& on : {on_postgresql, on_sqlite}) {
    const migration_sql one = change(from, to, on);
    const migration_sql other = change(turned(from), turned(to), on);
    CHECK(one.up == other.up);
    CHECK(one.plain == other.plain);
    CHECK(one.down == other.down);
  }
}

/// Two tables with a column of the type.
model::version moods(std::vector<std::string> values) {
  model::version made =
      version({table("a", {identity("id"), of_enumeration("mood", "mood")}),
               table("b", {identity("id"), nullable(of_enumeration("felt", "mood"))})});
  made.schema.enumerations = {enumeration("mood", std::move(values))};
  return made;
}

} // namespace

TEST_CASE("tables of a type that is built anew come by name", "[plan]") {
  // 13098975824253664878, 9780550473764319719, 7259344103677826198
  model::version to = moods({"ok"});
  to.transition.drops.emplace_back();
  to.transition.drops.front().kind = model::object_kind::enum_value;
  to.transition.drops.front().owner = {"", "mood"};
  to.transition.drops.front().name = {"", "sad"};
  check_order(moods({"ok", "sad"}), to);
}

TEST_CASE("tables of a type that gains values come by name in the plain form", "[plan]") {
  // 8063743247344037694, 5717239786282589674, 15070071872996424128
  check_order(moods({"ok"}), moods({"ok", "sad"}));
}
