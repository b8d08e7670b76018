// Versions that programs of the version before survive.
#include "codegen/assess/compatibility.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

const table plain_table = table("t").with_id().with(column("a", text));

bool survives(const model::schema& to, const transition& words = {}) {
  return codegen::keeps_old_programs(
      codegen::diff(resolved(schema_of({plain_table})), resolved(to), words));
}

} // namespace

TEST_CASE("new tables, columns with a value and plain indexes keep older programs", "[assess]") {
  const table child = table("child")
                          .with_id()
                          .with(column("t_id", bigint))
                          .unique({"t_id"})
                          .with(references({"t_id"}, "t", {"id"}))
                          .with_rows({"id", "t_id"}, {{literal_integer(1), literal_integer(1)}});
  CHECK(survives(schema_of({plain_table, child})));
  CHECK(survives(schema_of({plain_table.with(column("b", text).null())
                                .with(column("c", text).defaults_to(literal_text("")))})));
  CHECK(survives(schema_of({plain_table.with(index({"a"}))})));
  CHECK(survives(schema_of({plain_table.changed([](table& c) { c.comment = "things"; })})));
  CHECK(survives(schema_of({plain_table})));
}

TEST_CASE("everything else does not", "[assess]") {
  CHECK_FALSE(survives({}));
  CHECK_FALSE(survives(schema_of({plain_table.with(column("b", text))}),
                       transition().backfill("t", "b", sql("''"))));
  CHECK_FALSE(survives(schema_of({plain_table.unique({"a"})})));
  model::index unique = index({"a"});
  unique.unique = true;
  CHECK_FALSE(survives(schema_of({plain_table.with(unique)})));
  CHECK_FALSE(
      survives(schema_of({plain_table.changed([](table& c) { c.columns[1].nullable = true; })})));
  CHECK_FALSE(survives(schema_of({plain_table.changed([](table& c) { c.columns[1].name = "b"; })}),
                       transition().rename_column("t", "a", "b")));
}

TEST_CASE("SQL of the user's own breaks unless it says otherwise", "[assess]") {
  transition words;
  words.statements.emplace_back().up = sql("SELECT 1");
  CHECK_FALSE(survives(schema_of({plain_table}), words));
  words.statements[0].compatible = true;
  CHECK(survives(schema_of({plain_table}), words));
}

TEST_CASE("the oldest compatible version is the greatest over all before", "[assess]") {
  CHECK(codegen::oldest_compatible(3, 7, {}) == 3);
  CHECK(codegen::oldest_compatible(3, 7, {codegen::drop_schema{"x"}}) == 7);
}
