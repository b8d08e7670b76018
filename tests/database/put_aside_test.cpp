// What stands in the way of a change and is as it was afterwards.
#include "tests/database/migration_case.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

model::function code(std::string result) {
  model::function made;
  made.name.name = "code";
  made.parameters = "n integer";
  made.definition = {"RETURNS " + result + " LANGUAGE sql IMMUTABLE AS $$ SELECT n + 40 $$", {}};
  made.only = only_postgresql;
  return made;
}

model::schema with_code(std::string result, const table& of) {
  auto schema = schema_of({of});
  schema.functions = {code(std::move(result))};
  return schema;
}

const auto calls =
    table("calls").with_id().with(column("n", bigint).defaults_to(sql_for("code(2)", "42")));

} // namespace

TEST_CASE("a foreign key that rests on a generated column makes way", "[aside]") {
  const auto with = [](model::data_type of) {
    return schema_of({table("p")
                          .with_id()
                          .with(column("n", of))
                          .with(column("g", bigint).null().computed(sql("n + 1")))
                          .unique({"g"}),
                      table("c")
                          .with_id()
                          .with(column("r", bigint).null())
                          .with(references({"r"}, "p", {"g"}))});
  };
  check_case({.name = "the column under it changes its type",
              .from = with(integer),
              .to = with(bigint),
              .rows = "INSERT INTO p (id, n) VALUES (1, 1), (2, 2);"
                      "INSERT INTO c (id, r) VALUES (1, 2), (2, 3), (3, NULL)",
              .up = {{"SELECT id, r FROM c ORDER BY id", {"1|2", "2|3", "3|NULL"}}}});
}

TEST_CASE("a primary key over a generated column makes way", "[aside]") {
  const auto with = [](model::data_type of) {
    return schema_of({table("p")
                          .with(column("n", of))
                          .with(column("g", bigint).computed(sql("n + 1")))
                          .key({"g"})});
  };
  check_case({.name = "the key is there again",
              .from = with(integer),
              .to = with(bigint),
              .rows = "INSERT INTO p (n) VALUES (1), (2)",
              .on = only_postgresql});
}

TEST_CASE("a default that calls a function which is made anew is put back", "[aside]") {
  check_case({.name = "unchanged",
              .from = with_code("integer", calls),
              .to = with_code("bigint", calls),
              .rows = "INSERT INTO calls (id) VALUES (1)",
              .up = {{"INSERT INTO calls (id) VALUES (9) RETURNING n", {"42"}},
                     {"DELETE FROM calls WHERE id = 9 RETURNING id", {"9"}}}});
  const auto other =
      table("calls").with_id().with(column("n", bigint).defaults_to(sql_for("code(3)", "43")));
  check_case({.name = "with another argument",
              .from = with_code("integer", calls),
              .to = with_code("bigint", other),
              .up = {{"INSERT INTO calls (id) VALUES (9) RETURNING n", {"43"}},
                     {"DELETE FROM calls WHERE id = 9 RETURNING id", {"9"}}}});
  const auto none = table("calls").with_id().with(column("n", bigint).null());
  check_case(
      {.name = "that goes", .from = with_code("integer", calls), .to = with_code("bigint", none)});
  const auto renamed =
      table("calls").with_id().with(column("m", bigint).defaults_to(sql_for("code(2)", "42")));
  check_case({.name = "of a column that is renamed",
              .from = with_code("integer", calls),
              .to = with_code("bigint", renamed),
              .by = transition().rename_column("calls", "n", "m")});
}

TEST_CASE("all that calls a function which is made anew makes way", "[aside]") {
  const auto of = table("calls")
                      .with_id()
                      .with(column("n", integer))
                      .with(column("g", bigint).null().computed(sql_for("code(n)", "n + 40")))
                      .check(sql_for("code(n) > 0", "n > -40"))
                      .with(index_of({key_on(sql_for("code(n)", "n + 40"))}));
  auto before = with_code("integer", of);
  auto after = with_code("bigint", of);
  for (model::schema* each : {&before, &after}) {
    each->views = {
        view("seen",
             sql_for("SELECT id, code(n)::bigint AS c FROM calls", "SELECT id FROM calls"),
             {"calls"})};
  }
  check_case({.name = "check, generated column, index and view",
              .from = before,
              .to = after,
              .rows = "INSERT INTO calls (id, n) VALUES (1, 2)",
              .up = {{"SELECT g FROM calls", {"42"}}}});
}

TEST_CASE("a check may name its own table", "[aside]") {
  const auto qualified = table("t")
                             .with_id()
                             .with(column("c", integer).null())
                             .check(sql("\"t\".\"c\" > 0 AND t.c < 100"), "t_range");
  check_case({.name = "and the table is built anew",
              .from = schema_of({qualified}),
              .to = schema_of({qualified.check(sql("c <> 7"), "t_not_seven")}),
              .rows = "INSERT INTO t (id, c) VALUES (1, 5)"});
}

TEST_CASE("a trigger is there whenever a step ends", "[aside]") {
  const auto before =
      table("t").with_id().with(column("a", text).null()).with(column("note", text).null());
  const auto after = table("t")
                         .with_id()
                         .with(column("b", text).null())
                         .with(column("note", text))
                         .check(sql("note <> 'x'"), "t_note");
  const auto with_trigger = [](const table& of) {
    auto schema = schema_of({of, table("log").with_id().with(column("n", integer))});
    schema.triggers = {
        trigger("counts", "t", sql("AFTER UPDATE"), sql("BEGIN UPDATE log SET n = n + 1; END"))};
    schema.triggers.front().only = only_sqlite;
    return schema;
  };
  auto by = transition().rename_column("t", "a", "b").backfill("t", "note", sql("'none'"));
  by.backfills.front().with = model::backfill::triggers::do_not_fire;
  check_case(
      {.name = "with a rename, a backfill and a rebuild",
       .from = with_trigger(before),
       .to = with_trigger(after),
       .by = by,
       .rows = "INSERT INTO t (id, a) VALUES (1, 'a'); INSERT INTO log (id, n) VALUES (1, 0)",
       .up = {{"SELECT n FROM log", {"0"}}, {"SELECT note FROM t", {"none"}}},
       .on = only_sqlite});
}

TEST_CASE("a view is gone for one step, whatever else is done outside transactions", "[aside]") {
  const auto readings = table("readings").with_id().with(column("level", testing::smallint));
  model::view levels = view("levels", sql("SELECT id, level FROM readings"), {"readings"});
  levels.materialized = true;
  model::schema from = schema_of({readings.with(index({"id", "level"}))});
  from.views = {levels};
  model::schema to = schema_of({table("readings").with_id().with(column("level", testing::text))});
  to.views = {levels};
  check_case(
      {.name = "an index goes",
       .from = from,
       .to = to,
       .by = transition().convert("readings", "level", sql("level::text"), sql("level::smallint")),
       .rows = "INSERT INTO readings (level) VALUES (7)",
       .up = {{"SELECT level FROM levels", {"7"}}},
       .on = only_postgresql});
}
