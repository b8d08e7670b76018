// What undoes the user's own SQL.
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

names running(const model::sql_text& up, const model::sql_text& down, bool irreversible = false) {
  model::transition words;
  model::custom_sql& own = words.statements.emplace_back();
  own.up = up;
  own.down = down;
  if (irreversible)
    words.irreversible = "why";
  return transition_findings(schema_of({}), schema_of({}), words);
}

} // namespace

TEST_CASE("own SQL says what undoes it, or that nothing does", "[diff]") {
  CHECK(running(sql("DELETE FROM t"), {}) ==
        names{"0: [S229] before(…) does not say what undoes it on the way down; say it, or that "
              "there is nothing to undo, or that this version cannot be undone | "
              R"(.down("…") | .down("select 1") | irreversible("…"))"});
  CHECK(running(sql("DELETE FROM t"), sql("select 1")).empty());
  CHECK(running(sql("DELETE FROM t"), {}, true).empty());
}

TEST_CASE("own SQL of one database needs no way back on the other", "[diff]") {
  CHECK(running({"ANALYZE", ""}, {"select 1", ""}).empty());
  CHECK(running({"ANALYZE", ""}, {"", "select 1"}).size() == 1);
}
