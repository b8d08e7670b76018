// Columns added, dropped, renamed and changed, on tables that hold rows.
#include "tests/database/migration_case.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

const auto people = table("people").with_id().with(column("name", text));

const std::string three_people =
    "INSERT INTO people (id, name) VALUES (1, 'ann'), (2, 'bob'), (3, 'it''s')";

/// `people` gains this column.
migration_case gains(std::string name, const column& added, model::transition by = {}) {
  return {.name = std::move(name),
          .from = schema_of({people}),
          .to = schema_of({people.with(added)}),
          .by = std::move(by),
          .rows = three_people};
}

/// The column `value` of a table becomes another.
migration_case becomes(std::string name,
                       const column& before,
                       const column& after,
                       std::string values,
                       model::transition by = {}) {
  const auto holder = table("holder").with_id();
  return {.name = std::move(name),
          .from = schema_of({holder.with(before)}),
          .to = schema_of({holder.with(after)}),
          .by = std::move(by),
          .rows = "INSERT INTO holder (id, value) VALUES " + values};
}

observation values(std::string expression, std::vector<std::string> rows) {
  return {"SELECT " + expression + " FROM holder ORDER BY id", std::move(rows)};
}

} // namespace

TEST_CASE("columns are added to tables with rows", "[columns]") {
  check_case(gains("nullable", column("site", text).null()));
  check_case(
      gains("with a literal default", column("site", text).defaults_to(literal_text("h'q"))));
  check_case(
      gains("with the time", column("at", timestamptz).defaults_to(model::known_function::now)));
  check_case(gains("with a new uuid",
                   column("token", uuid).defaults_to(model::known_function::gen_random_uuid)));
  check_case(gains("with a default in SQL", column("n", integer).defaults_to(sql("1 + 1"))));
  check_case(gains("with a boolean", column("flag", boolean).defaults_to(literal_boolean(true))));
  check_case(gains("with json", column("data", jsonb).defaults_to(literal_text("{}"))));
  check_case(gains("nullable with a check of its type", column("short", varchar(3)).null()));
  check_case(gains("collated", column("site", text).null().collated("NOCASE").on(only_sqlite)));
  check_case(gains("an array", column("tags", array(text)).null()));
  check_case(gains("with a comment", column("site", text).null().says("where it's at")));
}

TEST_CASE("a column that must have a value is filled before it must", "[columns]") {
  auto tried = gains("backfilled",
                     column("upper_name", text),
                     transition().backfill("people", "upper_name", sql("upper(name)")));
  tried.up = {{"SELECT upper_name FROM people ORDER BY id", {"ANN", "BOB", "IT'S"}}};
  check_case(tried);
}

TEST_CASE("a column comes with its constraints and indexes", "[columns]") {
  const auto from = schema_of({people, table("sites").with_id()});
  const auto site = column("site_id", bigint).null();
  check_case({.name = "a foreign key",
              .from = from,
              .to = schema_of({people.with(site).with(references({"site_id"}, "sites", {"id"})),
                               table("sites").with_id()}),
              .rows = three_people});
  check_case({.name = "unique",
              .from = from,
              .to = schema_of({people.with(site).unique({"site_id"}), table("sites").with_id()}),
              .rows = three_people});
  check_case({.name = "an index and a check",
              .from = from,
              .to = schema_of({people.with(site).with(index({"site_id"})).check(sql("site_id > 0")),
                               table("sites").with_id()}),
              .rows = three_people});
  check_case(
      {.name = "a reference with a default",
       .from = from,
       .to = schema_of({people.with(column("site_id", bigint).defaults_to(literal_integer(7)))
                            .with(references({"site_id"}, "sites", {"id"})),
                        table("sites").with_id()}),
       .rows = three_people + "; INSERT INTO sites (id) VALUES (7)"});
}

TEST_CASE("generated columns are added and dropped", "[columns]") {
  check_case(gains("stored", column("twice", bigint).computed(sql("id * 2"))));
  check_case(gains("computed on read",
                   column("twice", bigint)
                       .null()
                       .computed(sql("id * 2"), model::generated::storage::computed_on_read)
                       .on(only_sqlite)));
  const auto with_twice = people.with(column("twice", bigint).computed(sql("id * 2")));
  check_case({.name = "the other way, with a rebuild beside it",
              .from = schema_of({with_twice}),
              .to = schema_of({with_twice.changed([](table& t) { t.columns[1].nullable = true; })}),
              .rows = three_people,
              .up = {{"SELECT twice FROM people ORDER BY id", {"2", "4", "6"}}}});
  check_case({.name = "another expression",
              .from = schema_of({with_twice}),
              .to = schema_of({people.with(column("twice", bigint).computed(sql("id + id")))}),
              .rows = three_people});
}

TEST_CASE("a column is dropped with all that stands on it alone", "[columns]") {
  const auto note = column("note", text).null();
  const auto full = people.with(note)
                        .with(column("code", integer).null())
                        .with(index({"note"}))
                        .unique({"code"})
                        .check(sql("code > 0"));
  check_case({.name = "with index, key and check",
              .from = schema_of({full}),
              .to = schema_of({people}),
              .by = transition().drop_column("people", "note").drop_column("people", "code"),
              .rows = "INSERT INTO people (id, name, note, code) VALUES (1, 'a', 'n', 3)"});
  check_case({.name = "not null, with a value for the way down",
              .from = schema_of({people.with(column("rank", integer))}),
              .to = schema_of({people}),
              .by = transition().drop_column("people", "rank", sql("id * 10")),
              .rows = "INSERT INTO people (id, name, rank) VALUES (1, 'a', 5), (2, 'b', 6)",
              .down = {{"SELECT rank FROM people ORDER BY id", {"10", "20"}}}});
  const auto sites = table("sites").with_id();
  check_case(
      {.name = "a foreign key's",
       .from = schema_of(
           {people.with(column("site", bigint).null()).with(references({"site"}, "sites", {"id"})),
            sites}),
       .to = schema_of({people, sites}),
       .by = transition().drop_column("people", "site"),
       .rows = three_people});
}

TEST_CASE("a renamed column takes everything that mentions it along", "[columns]") {
  const auto made = [](const std::string& name) {
    const std::string quoted = "\"" + name + "\"";
    auto schema = schema_of({table("parent")
                                 .with(column(name, bigint))
                                 .with(column("other", text).null())
                                 .with(column("sum", bigint).computed(sql(quoted + " + 1")))
                                 .key({name})
                                 .check(sql(quoted + " > 0"))
                                 .with(index({"other", name}))
                                 .with(index_of({key_on(sql("(" + quoted + " + 1)"))})),
                             table("child")
                                 .with_id()
                                 .with(column("parent", bigint).null())
                                 .with(references({"parent"}, "parent", {name}))});
    schema.views.push_back(view("seen", sql("SELECT " + quoted + " AS n FROM parent"), {"parent"}));
    return schema;
  };
  check_case({.name = "everywhere",
              .from = made("old"),
              .to = made("new one"),
              .by = transition().rename_column("parent", "old", "new one"),
              .rows = "INSERT INTO parent (old, other) VALUES (1, 'x');"
                      "INSERT INTO child (parent) VALUES (1)"});
}

TEST_CASE("renames in pairs do not get into each other's way", "[columns]") {
  const auto two = [](const char* a, const char* b) {
    return table("t").with_id().with(column(a, text)).with(column(b, text));
  };
  const std::string rows = "INSERT INTO t (id, a, b) VALUES (1, 'was a', 'was b')";
  check_case({.name = "two in one table",
              .from = schema_of({two("a", "b")}),
              .to = schema_of({two("c", "d")}),
              .by = transition().rename_column("t", "a", "c").rename_column("t", "b", "d"),
              .rows = rows,
              .up = {{"SELECT c, d FROM t", {"was a|was b"}}}});
  check_case({.name = "a chain",
              .from = schema_of({two("a", "b")}),
              .to = schema_of({two("b", "c")}),
              .by = transition().rename_column("t", "a", "b").rename_column("t", "b", "c"),
              .rows = rows,
              .up = {{"SELECT b, c FROM t", {"was a|was b"}}}});
  check_case({.name = "the same new name in two tables",
              .from = schema_of({two("a", "b"), table("u").with_id().with(column("x", text))}),
              .to = schema_of({two("a", "z"), table("u").with_id().with(column("z", text))}),
              .by = transition().rename_column("t", "b", "z").rename_column("u", "x", "z"),
              .rows = rows});
  check_case({.name = "a new column takes the old name",
              .from = schema_of({two("a", "b")}),
              .to = schema_of({two("a", "c").with(column("b", integer).null())}),
              .by = transition().rename_column("t", "b", "c"),
              .rows = rows,
              .up = {{"SELECT c FROM t", {"was b"}}}});
}

TEST_CASE("whether a column may be null changes", "[columns]") {
  const column must("value", text);
  check_case(becomes("it may", must, must.null(), "(1, 'a')"));
  auto filled = becomes("it must, after a backfill",
                        must.null(),
                        must,
                        "(1, 'a'), (2, NULL)",
                        transition().backfill("holder", "value", sql("'none'")));
  filled.up = {values("value", {"a", "none"})};
  check_case(filled);
}

TEST_CASE("defaults are set, changed and dropped", "[columns]") {
  const column plain("value", text);
  const auto with = plain.defaults_to(literal_text("x"));
  check_case(becomes("set", plain, with, "(1, 'a')"));
  check_case(becomes("dropped", with, plain, "(1, 'a')"));
  check_case(becomes("changed", with, plain.defaults_to(literal_text("y")), "(1, 'a')"));
  check_case(becomes("to SQL", with, plain.defaults_to(sql("'a' || 'b'")), "(1, 'a')"));
}

TEST_CASE("types change with their values", "[columns]") {
  const auto of = [](model::data_type type) { return column("value", std::move(type)); };
  check_case(becomes("integer to bigint", of(integer), of(bigint), "(1, 7)"));
  check_case(becomes("varchar widened", of(varchar(5)), of(varchar(50)), "(1, 'abcde')"));
  check_case(becomes("varchar to text", of(varchar(5)), of(text), "(1, 'abcde')"));
  check_case(becomes("numeric widened", of(numeric(6, 2)), of(numeric(12, 2)), "(1, '123.45')"));
  const auto to_text = sql_for("value::text", "CAST(value AS TEXT)");
  const auto to_integer = sql_for("value::integer", "CAST(value AS INTEGER)");
  auto tried = becomes("text to integer",
                       of(text),
                       of(integer),
                       "(1, '12'), (2, '-7')",
                       transition().convert("holder", "value", to_integer, to_text));
  tried.up = {values("value + 1", {"13", "-6"})};
  tried.down = {values("value || '!'", {"12!", "-7!"})};
  check_case(tried);
  check_case(
      becomes("timestamp to timestamptz",
              of(timestamp),
              of(timestamptz),
              "(1, '2024-05-06T07:08:09.000000')",
              transition().convert("holder",
                                   "value",
                                   sql_for("value AT TIME ZONE 'UTC'", "value || 'Z'"),
                                   sql_for("value AT TIME ZONE 'UTC'", "rtrim(value, 'Z')"))));
  check_case(becomes(
      "text to uuid",
      of(text),
      of(uuid),
      "(1, '0a0b0c0d-0000-4000-8000-000000000001')",
      transition().convert(
          "holder", "value", sql_for("value::uuid", "value"), sql_for("value::text", "value"))));
}

TEST_CASE("a type change sets again what mentions the column", "[columns]") {
  const auto made = [](model::data_type type, model::default_value value) {
    auto schema =
        schema_of({table("holder")
                       .with_id()
                       .with(column("value", std::move(type)).defaults_to(std::move(value)))
                       .check(sql("value > 0"), "positive")
                       .with([] {
                         auto partial = index({"value"});
                         partial.predicate = sql("value > 5");
                         return partial;
                       }())
                       .unique({"value"})});
    schema.views.push_back(view("seen", sql("SELECT value FROM holder"), {"holder"}));
    return schema;
  };
  check_case({.name = "default, check, predicate and view",
              .from = made(integer, literal_integer(3)),
              .to = made(numeric(10, 2), literal_integer(3)),
              .by = transition().convert("holder",
                                         "value",
                                         sql_for("value::numeric(10,2)", "CAST(value AS TEXT)"),
                                         sql_for("value::integer", "CAST(value AS INTEGER)")),
              .rows = "INSERT INTO holder (id, value) VALUES (1, 4), (2, 9)"});
  check_case({.name = "bigint",
              .from = made(integer, literal_integer(3)),
              .to = made(bigint, literal_integer(3)),
              .rows = "INSERT INTO holder (id, value) VALUES (1, 4), (2, 9)",
              .up = {{"SELECT value FROM seen ORDER BY value", {"4", "9"}}}});
}

TEST_CASE("a backfill beside a type change under a generated column", "[columns]") {
  const auto made = [](const model::data_type& type) {
    return table("holder")
        .with_id()
        .with(column("value", type))
        .with(column("next", bigint).computed(sql("value + 1")));
  };
  check_case({.name = "both",
              .from = schema_of({made(integer)}),
              .to = schema_of({made(bigint).with(column("word", text))}),
              .by = transition().backfill("holder", "word", sql("'w'")),
              .rows = "INSERT INTO holder (id, value) VALUES (1, 4)",
              .up = {{"SELECT next, word FROM holder", {"5|w"}}}});
}

TEST_CASE("a key and the columns that refer to it change type together", "[columns]") {
  const auto made = [](const model::data_type& type) {
    return schema_of(
        {table("p").with(column("id", type)).key({"id"}),
         table("c")
             .with_id()
             .with(column("p", type).null())
             .with(references({"p"}, "p", {"id"}, model::referential_action::cascade))});
  };
  check_case(
      {.name = "integer to bigint",
       .from = made(integer),
       .to = made(bigint),
       .rows = "INSERT INTO p VALUES (1), (2); INSERT INTO c (id, p) VALUES (1, 2), (2, NULL)"});
}

TEST_CASE("identities come, go and change their options", "[columns]") {
  const auto of = [](const column& id) { return schema_of({table("t").with(id).key({"id"})}); };
  const column plain("id", bigint);
  const std::string rows = "INSERT INTO t (id) VALUES (5)";
  check_case({.name = "comes", .from = of(plain), .to = of(plain.is_identity()), .rows = rows});
  check_case({.name = "goes", .from = of(plain.is_identity()), .to = of(plain), .rows = rows});
  model::identity counted;
  counted.when = model::identity::mode::always;
  counted.increment = 10;
  counted.cache = 5;
  check_case({.name = "options",
              .from = of(plain.is_identity()),
              .to = of(plain.is_identity(counted)),
              .rows = rows,
              .on = only_postgresql});
  check_case({.name = "numbers go on where they were",
              .from = of(plain.is_identity()),
              .to = schema_of({table("t")
                                   .with(plain.is_identity())
                                   .with(column("x", text).null())
                                   .key({"id"})
                                   .check(sql("id > 0"))}),
              .rows = "INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES; DELETE FROM t",
              .up = {{"INSERT INTO t DEFAULT VALUES RETURNING id", {"3"}},
                     {"DELETE FROM t RETURNING id", {"3"}}},
              .on = only_sqlite});
}

TEST_CASE("a check of the identity column is there and holds", "[columns]") {
  const auto plain = table("t").with_id();
  check_case({.name = "comes",
              .from = schema_of({plain}),
              .to = schema_of({plain.check(sql("id < 100"), "few")}),
              .rows = "INSERT INTO t (id) VALUES (5)"});
}

TEST_CASE("collations and comments change", "[columns]") {
  const column plain("value", text);
  auto tried = becomes("a collation of SQLite", plain, plain.collated("NOCASE"), "(1, 'a')");
  tried.on = only_sqlite;
  check_case(tried);
  tried = becomes("a collation of PostgreSQL", plain, plain.collated("C"), "(1, 'a')");
  tried.on = only_postgresql;
  check_case(tried);
  check_case(becomes("a comment", plain, plain.says("it's a value"), "(1, 'a')"));
  check_case(becomes("no comment", plain.says("a value"), plain, "(1, 'a')"));
}
