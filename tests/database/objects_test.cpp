// Enumerations, views, functions, triggers and reference rows.
#include "tests/database/migration_case.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

/// A table with a column of the enumeration `mood`, which has these values.
model::schema moods(names values, std::optional<model::default_value> initial = std::nullopt) {
  column mood("mood", enumerated("mood"));
  mood.default_to = std::move(initial);
  auto schema = schema_of({table("diary").with_id().with(mood)});
  schema.enumerations = {enumeration("mood", std::move(values))};
  return schema;
}

const std::string two_days = "INSERT INTO diary (id, mood) VALUES (1, 'sad'), (2, 'ok')";

const auto things =
    table("things").with_id().with(column("name", text)).with(column("size", integer).null());
const std::string two_things =
    "INSERT INTO things (id, name, size) VALUES (1, 'a', 5), (2, 'b', NULL)";

model::schema with_view(model::schema schema, model::view added) {
  schema.views.push_back(std::move(added));
  return schema;
}

model::function touch() {
  model::function made;
  made.name.name = "touch";
  made.definition = {"RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.name := NEW.name || '!'; "
                     "RETURN NEW; END $$",
                     {}};
  made.only = only_postgresql;
  return made;
}

model::trigger touching(std::string name, const char* event = "UPDATE") {
  auto made = trigger(
      std::move(name),
      "things",
      sql_for(std::string("BEFORE ") + event, std::string("AFTER ") + event),
      sql_for("FOR EACH ROW EXECUTE FUNCTION touch()", "BEGIN UPDATE log SET n = n + 1; END"));
  return made;
}

/// `things` and a log that its triggers write to.
model::schema with_triggers(const table& of, std::vector<model::trigger> triggers) {
  auto schema = schema_of({of, table("log").with_id().with(column("n", integer))});
  schema.functions = {touch()};
  schema.triggers = std::move(triggers);
  return schema;
}

} // namespace

TEST_CASE("values are added to an enumeration where they belong", "[enumerations]") {
  check_case({.name = "at the end",
              .from = moods({"sad", "ok"}),
              .to = moods({"sad", "ok", "happy"}),
              .rows = two_days});
  check_case({.name = "in the middle and at the start",
              .from = moods({"sad", "ok"}),
              .to = moods({"awful", "sad", "so-so", "it's", "ok"}),
              .rows = two_days});
  check_case({.name = "and used at once",
              .from = moods({"sad", "ok"}),
              .to = moods({"sad", "new", "ok"}, literal_text("new")),
              .rows = two_days,
              .up = {{"INSERT INTO diary (id) VALUES (9) RETURNING mood", {"new"}},
                     {"DELETE FROM diary WHERE id = 9 RETURNING id", {"9"}}}});
}

TEST_CASE("a value is added before one that is renamed", "[enumerations]") {
  check_case({.name = "both",
              .from = moods({"sad", "ok"}),
              .to = moods({"sad", "so-so", "fine"}),
              .by = transition().rename(model::object_kind::enum_value, "mood", "ok", "fine"),
              .rows = two_days,
              .up = {{"SELECT mood FROM diary ORDER BY id", {"sad", "fine"}}}});
}

TEST_CASE("an enumeration is built anew beside a view that goes or comes", "[enumerations]") {
  const auto seen = view("seen", sql("SELECT mood FROM diary"), {"diary"});
  const auto more = moods({"sad", "meh", "ok"});
  const auto less = moods({"sad", "ok"});
  const auto by = transition().drop(model::object_kind::enum_value, "mood", "meh");
  check_case({.name = "goes",
              .from = with_view(more, seen),
              .to = less,
              .by = by.drop(model::object_kind::view, {}, "seen"),
              .rows = two_days});
  check_case(
      {.name = "comes", .from = more, .to = with_view(less, seen), .by = by, .rows = two_days});
}

TEST_CASE("values of an enumeration are renamed and removed", "[enumerations]") {
  check_case({.name = "renamed",
              .from = moods({"sad", "ok"}),
              .to = moods({"blue", "ok"}),
              .by = transition().rename(model::object_kind::enum_value, "mood", "sad", "blue"),
              .rows = two_days,
              .up = {{"SELECT mood FROM diary ORDER BY id", {"blue", "ok"}}},
              .down = {{"SELECT mood FROM diary ORDER BY id", {"sad", "ok"}}}});
  check_case({.name = "removed",
              .from = moods({"sad", "meh", "ok"}, literal_text("ok")),
              .to = moods({"sad", "ok"}, literal_text("ok")),
              .by = transition().drop(model::object_kind::enum_value, "mood", "meh"),
              .rows = two_days});
  check_case({.name = "in another order",
              .from = moods({"sad", "ok"}),
              .to = moods({"ok", "sad"}),
              .rows = two_days});
}

TEST_CASE("an enumeration comes, goes and is renamed", "[enumerations]") {
  const auto plain = schema_of({table("diary").with_id().with(column("mood", text))});
  const auto casts = transition().convert(
      "diary", "mood", sql_for("mood::mood", "mood"), sql_for("mood::text", "mood"));
  check_case({.name = "comes for a text",
              .from = plain,
              .to = moods({"sad", "ok"}),
              .by = casts,
              .rows = two_days});
  check_case(
      {.name = "goes for a text",
       .from = moods({"sad", "ok"}),
       .to = plain,
       .by = transition()
                 .convert(
                     "diary", "mood", sql_for("mood::text", "mood"), sql_for("mood::mood", "mood"))
                 .drop(model::object_kind::enumeration, {}, "mood"),
       .rows = two_days});
  check_case({.name = "renamed",
              .from = moods({"sad", "ok"}, literal_text("ok")),
              .to =
                  [] {
                    auto schema = moods({"sad", "ok"}, literal_text("ok"));
                    schema.enumerations[0].name.name = "feeling";
                    schema.tables[0].columns[1].type.name.name = "feeling";
                    return schema;
                  }(),
              .by = transition().rename(model::object_kind::enumeration, {}, "mood", "feeling"),
              .rows = two_days});
}

TEST_CASE("views come, go, change and are renamed", "[views]") {
  const auto plain = schema_of({things});
  const auto big = view("big", sql("SELECT id, name FROM things WHERE size > 1"), {"things"});
  const auto gone = transition().drop(model::object_kind::view, {}, "big");
  check_case({.name = "comes", .from = plain, .to = with_view(plain, big), .rows = two_things});
  check_case(
      {.name = "goes", .from = with_view(plain, big), .to = plain, .by = gone, .rows = two_things});
  check_case({.name = "says something else",
              .from = with_view(plain, big),
              .to = with_view(plain, view("big", sql("SELECT size FROM things"), {"things"})),
              .rows = two_things});
  auto huge = big;
  huge.name.name = "huge";
  check_case({.name = "renamed",
              .from = with_view(plain, big),
              .to = with_view(plain, huge),
              .by = transition().rename(model::object_kind::view, {}, "big", "huge"),
              .rows = two_things});
  const auto on_it = view("bigger", sql("SELECT name FROM big"), {"big"});
  check_case(
      {.name = "one on another, over a changed table",
       .from = with_view(with_view(plain, big), on_it),
       .to = with_view(
           with_view(schema_of({things.changed([](table& t) { t.columns[2].type = bigint; })}),
                     on_it),
           big),
       .rows = two_things,
       .up = {{"SELECT name FROM bigger", {"a"}}}});
}

TEST_CASE("materialized views keep their indexes", "[views]") {
  auto sums = view("sums", sql("SELECT name, size FROM things"), {"things"});
  sums.materialized = true;
  sums.only = only_postgresql;
  auto indexed = sums;
  indexed.indexes = {index({"name"})};
  const auto plain = schema_of({things});
  check_case({.name = "comes",
              .from = plain,
              .to = with_view(plain, indexed),
              .rows = two_things,
              .on = only_postgresql});
  check_case({.name = "gains an index",
              .from = with_view(plain, sums),
              .to = with_view(plain, indexed),
              .rows = two_things,
              .on = only_postgresql});
  check_case(
      {.name = "over a changed column",
       .from = with_view(plain, indexed),
       .to = with_view(schema_of({things.changed([](table& t) { t.columns[2].type = bigint; })}),
                       indexed),
       .rows = two_things,
       .on = only_postgresql});
}

TEST_CASE("functions come, go and change", "[functions]") {
  const auto with = [](const char* body, const char* parameters = "x integer") {
    auto schema = schema_of({things});
    model::function& added = schema.functions.emplace_back();
    added.name.name = "twice";
    added.parameters = parameters;
    added.definition = {std::string("RETURNS integer LANGUAGE sql IMMUTABLE AS $$ ") + body + " $$",
                        {}};
    added.only = only_postgresql;
    return schema;
  };
  const auto none = schema_of({things});
  check_case({.name = "comes", .from = none, .to = with("SELECT x * 2"), .on = only_postgresql});
  check_case({.name = "goes",
              .from = with("SELECT x * 2"),
              .to = none,
              .by = transition().drop(model::object_kind::function, {}, "twice"),
              .on = only_postgresql});
  check_case({.name = "another body",
              .from = with("SELECT x * 2"),
              .to = with("SELECT x + x"),
              .on = only_postgresql});
  check_case({.name = "other parameters",
              .from = with("SELECT 2"),
              .to = with("SELECT 2", "x integer, y integer"),
              .by = transition().drop(model::object_kind::function, {}, "twice"),
              .on = only_postgresql});
}

TEST_CASE("triggers come, go, change and stay when their table is built anew", "[triggers]") {
  const std::string rows = two_things + "; INSERT INTO log (id, n) VALUES (1, 0)";
  const auto gone = transition().drop(model::object_kind::trigger, "things", "t");
  const auto counts = [](const char* n) { return observation{"SELECT n FROM log", {n}}; };
  check_case({.name = "comes",
              .from = with_triggers(things, {}),
              .to = with_triggers(things, {touching("t")}),
              .rows = rows});
  check_case({.name = "goes",
              .from = with_triggers(things, {touching("t")}),
              .to = with_triggers(things, {}),
              .by = gone,
              .rows = rows});
  check_case({.name = "on something else",
              .from = with_triggers(things, {touching("t")}),
              .to = with_triggers(things, {touching("t", "DELETE")}),
              .rows = rows});
  check_case({.name = "renamed",
              .from = with_triggers(things, {touching("t")}),
              .to = with_triggers(things, {touching("u")}),
              .by = transition().rename(model::object_kind::trigger, "things", "t", "u"),
              .rows = rows});
  const auto checked = things.check(sql("size IS NULL OR size > 0"), "sized");
  check_case({.name = "stays, and nothing fires",
              .from = with_triggers(
                  things, {touching("t"), touching("d", "DELETE"), touching("i", "INSERT")}),
              .to = with_triggers(
                  checked, {touching("t"), touching("d", "DELETE"), touching("i", "INSERT")}),
              .rows = rows + "; UPDATE log SET n = 0",
              .up = {counts("0")},
              .down = {counts("0")},
              .on = only_sqlite});
  check_case({.name = "its column is renamed",
              .from = with_triggers(things, {touching("t")}),
              .to = with_triggers(things.changed([](table& t) { t.columns[2].name = "length"; }),
                                  {touching("t")}),
              .by = transition().rename_column("things", "size", "length"),
              .rows = rows});
}

TEST_CASE("reference rows are added, changed and removed; users' rows stay", "[rows]") {
  const auto roles = table("roles")
                         .with(column("id", bigint).is_identity())
                         .with(column("name", text))
                         .key({"id"});
  const auto row = [](std::int64_t id, const char* name) {
    return std::vector<model::literal>{literal_integer(id), literal_text(name)};
  };
  const auto from = schema_of(
      {roles.with_rows({"id", "name"}, {row(1, "admin"), row(2, "guest"), row(3, "it's")})});
  const auto to = schema_of({roles.with_rows(
      {"id", "name"}, {row(1, "administrator"), row(3, "it's"), row(4, "auditor")})});
  check_case({.name = "all three",
              .from = from,
              .to = to,
              .by = transition().drop(model::object_kind::reference_row, "roles", "2"),
              .rows = "INSERT INTO roles (id, name) VALUES (50, 'mine')",
              .up = {{"SELECT id, name FROM roles ORDER BY id",
                      {"1|administrator", "3|it's", "4|auditor", "50|mine"}}},
              .down = {{"SELECT id, name FROM roles ORDER BY id",
                        {"1|admin", "2|guest", "3|it's", "50|mine"}}}});
  check_case({.name = "with a new table",
              .from = schema_of({things}),
              .to = schema_of({things, roles.with_rows({"id", "name"}, {row(1, "admin")})}),
              .up = {{"SELECT name FROM roles", {"admin"}}}});
  check_case(
      {.name = "with a new column",
       .from = from,
       .to = schema_of(
           {roles.with(column("rank", integer).defaults_to(literal_integer(0)))
                .with_rows({"id", "name", "rank"},
                           {{literal_integer(1), literal_text("admin"), literal_integer(9)},
                            {literal_integer(2), literal_text("guest"), literal_integer(1)},
                            {literal_integer(3), literal_text("it's"), literal_integer(0)}})}),
       .up = {{"SELECT rank FROM roles ORDER BY id", {"9", "1", "0"}}}});
}

TEST_CASE("extensions come and go", "[extensions]") {
  auto with = schema_of({things});
  with.extensions.emplace_back().name = "pg_trgm";
  check_case({.name = "comes", .from = schema_of({things}), .to = with, .on = only_postgresql});
  check_case({.name = "goes",
              .from = with,
              .to = schema_of({things}),
              .by = transition().drop(model::object_kind::extension, {}, "pg_trgm"),
              .on = only_postgresql});
}

TEST_CASE("the user's own statements run in their places, both ways", "[statements]") {
  const auto statement = [](model::custom_sql::timing when, const char* up, const char* down) {
    model::custom_sql made;
    made.when = when;
    made.up = sql(up);
    made.down = sql(down);
    return made;
  };
  using enum model::custom_sql::timing;
  check_case({.name = "before and after",
              .from = schema_of({things}),
              .to = schema_of({things.with(column("kind", text).null())}),
              .by = transition().changed([&](transition& t) {
                t.statements = {statement(before,
                                          "UPDATE things SET size = 7 WHERE size IS NULL",
                                          "UPDATE things SET size = NULL WHERE size = 7"),
                                statement(after,
                                          "UPDATE things SET kind = 'k' || size",
                                          "UPDATE things SET kind = NULL")};
              }),
              .rows = "INSERT INTO things (id, name, size) VALUES (1, 'a', 7)",
              .up = {{"SELECT kind FROM things", {"k7"}}},
              .down = {{"SELECT size FROM things", {"NULL"}}}});
}

TEST_CASE("a default may call a sequence that is renamed", "[objects]") {
  const auto numbered = [](const char* sequence) {
    model::schema made = schema_of(
        {table("t")
             .with(column("id", bigint))
             .key({"id"})
             .with(
                 column("n", bigint)
                     .defaults_to(model::sql_text{"nextval('" + std::string(sequence) + "')", "7"})
                     .on(only_postgresql))});
    model::sequence& numbers = made.sequences.emplace_back();
    numbers.name.name = sequence;
    numbers.only = only_postgresql;
    return made;
  };
  check_case({.name = "numbers",
              .from = numbered("numbers"),
              .to = numbered("counts"),
              .by = transition().rename(model::object_kind::sequence, "", "numbers", "counts"),
              .rows = "INSERT INTO t (id) VALUES (1)",
              .on = only_postgresql});
}
