// The way back.
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

using namespace strata;
using namespace strata::testing;

TEST_CASE("a transition turned round leads back", "[diff]") {
  const table before =
      table("regions").with_id().with(column("points", integer)).with(column("gone", text));
  const table after = table("zones").with_id().with(column("polygon", text));
  const transition words =
      transition()
          .rename_table("regions", "zones")
          .rename_column("zones", "points", "polygon")
          .convert("zones", "polygon", sql("polygon::text"), sql("points::integer"))
          .drop_column("zones", "gone", sql("'unknown'"));
  CHECK(brief_diff(schema_of({after}), schema_of({before}), codegen::reverse(words)) ==
        names{"rename_table zones regions",
              "rename_column regions.polygon points",
              "rename_object zones_id_seq regions_id_seq",
              "add_column regions.gone with backfill",
              "alter_column regions.points with conversion",
              "rename_constraint regions.zones_pkey regions_pkey"});
}

namespace {

model::custom_sql
statement(model::custom_sql::timing when, const std::string& up, const std::string& down) {
  model::custom_sql made;
  made.when = when;
  made.up = sql(up);
  made.down = sql(down);
  return made;
}

} // namespace

TEST_CASE("statements turn round in reverse order", "[diff]") {
  using timing = model::custom_sql::timing;
  model::transition words;
  words.statements.push_back(statement(timing::before, "A", "undo A"));
  words.statements.push_back(statement(timing::after, "B", "undo B"));
  words.statements.push_back(statement(timing::after, "C", ""));
  const model::transition back = codegen::reverse(words);
  CHECK(brief_diff({}, {}, back) == names{"run_sql undo B", "run_sql undo A"});
  CHECK(back.statements[1].when == timing::before);
  CHECK(back.statements[2].when == timing::after);
}

TEST_CASE("a backfill of a new column has nothing to fill on the way back", "[diff]") {
  const table before = table("t").with_id();
  transition words = transition().backfill("t", "a", sql("1"));
  words.backfills[0].down_sql = sql("2");
  CHECK(brief_diff(schema_of({before.with(column("a", integer))}),
                   schema_of({before}),
                   codegen::reverse(words)) == names{"drop_column t.a"});
}

TEST_CASE("turned round twice a transition is itself", "[diff]") {
  transition words = transition()
                         .rename_table("a", "b")
                         .rename_column("b", "x", "y")
                         .convert("b", "y", sql("up"), sql("down"));
  words = words.backfill("b", "y", sql("1"));
  words.backfills[0].down_sql = sql("2");
  words.statements.push_back(statement(model::custom_sql::timing::before, "A", "B"));
  words.irreversible = "no";
  const auto because = [](model::transition t) {
    for (model::rename& each : t.renames) {
      each.because.clear();
    }
    return t;
  };
  CHECK(because(codegen::reverse(codegen::reverse(words))) == because(words));
}
