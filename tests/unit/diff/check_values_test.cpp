// Values that rows need.
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

const table t = table("t").with_id();

names adding(const column& added, const model::transition& words = {}) {
  return transition_findings(schema_of({t}), schema_of({t.with(added)}), words);
}

} // namespace

TEST_CASE("a new column that is not null needs a value for the rows", "[diff]") {
  CHECK(
      adding(column("a", text)) ==
      names{"0: [S220] t.a is new and not null, but the rows that exist have no value for it; give "
            R"(it a default or a backfill | backfill("t", "a", sql("…")) | )"
            R"(column("a", …).default_(…) | column("a", …).nullable())"});
  CHECK(adding(column("a", text).null()).empty());
  CHECK(adding(column("a", text).defaults_to(literal_text(""))).empty());
  CHECK(adding(column("a", bigint).is_identity()).empty());
  CHECK(adding(column("a", text).computed(sql("'x'"))).empty());
  CHECK(adding(column("a", text), transition().backfill("t", "a", sql("''"))).empty());
}

TEST_CASE("a column that becomes not null needs a backfill", "[diff]") {
  const model::schema before = schema_of({t.with(column("a", text).null())});
  const model::schema after = schema_of({t.with(column("a", text).defaults_to(literal_text("")))});
  CHECK(transition_findings(before, after) ==
        names{"0: [S221] t.a becomes not null, but rows may hold null in it; give these a value | "
              R"(backfill("t", "a", sql("…")))"});
  CHECK(transition_findings(before, after, transition().backfill("t", "a", sql("''"))).empty());
}

TEST_CASE("the drop of a column that is not null says what fills it on the way back", "[diff]") {
  const auto dropping = [](const column& dropped, const model::transition& words) {
    return transition_findings(schema_of({t.with(dropped)}), schema_of({t}), words);
  };
  CHECK(
      dropping(column("a", text), transition().drop_column("t", "a")) ==
      names{"0: [S222] t.a is not null, so undoing its drop needs a value for the rows; give one, "
            "or say that this version cannot be undone | "
            R"(drop_column("t", "a").because("…").down(sql("…")) | irreversible("…"))"});
  CHECK(dropping(column("a", text), transition().drop_column("t", "a", sql("''"))).empty());
  CHECK(dropping(column("a", text), transition().drop_column("t", "a").changed([](transition& w) {
          w.irreversible = "it is gone";
        })).empty());
  CHECK(dropping(column("a", text).null(), transition().drop_column("t", "a")).empty());
}

TEST_CASE("a backfill says whether triggers on updates run", "[diff]") {
  model::schema schema = schema_of({t.with(column("a", text).null())});
  schema.triggers = {trigger("touch", "t", sql("BEFORE UPDATE"), sql("SELECT 1"))};
  transition words = transition().backfill("t", "a", sql("''"));
  CHECK(
      transition_findings(schema, schema, words) ==
      names{
          "0: [S223] a backfill of t updates rows, and trigger touch runs on updates; say whether "
          R"(it shall | backfill("t", "a", sql("…")).fires_triggers() | )"
          R"(backfill("t", "a", sql("…")).without_triggers())"});
  words.backfills[0].with = model::backfill::triggers::fire;
  CHECK(transition_findings(schema, schema, words).empty());
  schema.triggers[0].events = sql("AFTER INSERT");
  words.backfills[0].with = model::backfill::triggers::unsaid;
  CHECK(transition_findings(schema, schema, words).empty());
}
