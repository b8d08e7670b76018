// What migration tools get wrong, one case each.
#include "tests/database/migration_case.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

using enum model::referential_action;

/// A change that SQLite's ALTER TABLE has no words for.
table rebuilt(const table& of, const char* expression = "1 = 1") {
  return of.check(sql(expression), of.name.name + "_rebuilt");
}

const auto trapped = table("p").with_id().with(column("name", text).null());

table child_of(const char* target, model::referential_action action) {
  return table("c")
      .with_id()
      .with(column("p", bigint).null())
      .with(references({"p"}, target, {"id"}, action));
}

const std::string trapped_rows = "INSERT INTO p (id, name) VALUES (1, 'a'), (2, 'b'), (3, 'c');"
                                 "INSERT INTO c (id, p) VALUES (10, 1), (11, 2), (12, NULL);";

} // namespace

TEST_CASE("a rebuild does not cascade to children", "[traps]") {
  for (const auto action : {cascade, set_null, no_action, restrict_}) {
    check_case({.name = "the parent is built anew",
                .from = schema_of({trapped, child_of("p", action)}),
                .to = schema_of({rebuilt(trapped), child_of("p", action)}),
                .rows = trapped_rows,
                .up = {{"SELECT id, p FROM c ORDER BY id", {"10|1", "11|2", "12|NULL"}}},
                .down = {{"SELECT id, p FROM c ORDER BY id", {"10|1", "11|2", "12|NULL"}}}});
  }
}

TEST_CASE("parent and child are built anew together", "[traps]") {
  check_case({.name = "both",
              .from = schema_of({trapped, child_of("p", cascade)}),
              .to = schema_of({rebuilt(trapped), rebuilt(child_of("p", cascade))}),
              .rows = trapped_rows});
}

TEST_CASE("a table that refers to itself is built anew", "[traps]") {
  const auto tree = table("tree")
                        .with_id()
                        .with(column("up", bigint).null())
                        .with(references({"up"}, "tree", {"id"}, cascade));
  check_case(
      {.name = "its rows stay",
       .from = schema_of({tree}),
       .to = schema_of({rebuilt(tree)}),
       .rows =
           "INSERT INTO tree (id, up) VALUES (1, NULL); INSERT INTO tree VALUES (2, 1), (3, 2)"});
}

TEST_CASE("indexes, triggers and views of a rebuilt table are there afterwards", "[traps]") {
  const auto made = [](const table& p) {
    auto partial = index({"name"});
    partial.predicate = sql("name <> 'x; y'");
    auto schema =
        schema_of({p.with(partial).with(index_of({key_on(sql("lower(name)")), key("id", true)})),
                   table("log").with_id().with(column("n", integer))});
    auto own = trigger("own", "p", sql("AFTER DELETE"), sql("BEGIN UPDATE log SET n = n + 1; END"));
    own.only = only_sqlite;
    auto other = trigger(
        "other", "log", sql("AFTER INSERT"), sql("BEGIN UPDATE p SET name = 'logged'; END"));
    other.only = only_sqlite;
    schema.triggers = {own, other};
    schema.views = {view("names", sql("SELECT name FROM p"), {"p"}),
                    view("lengths", sql("SELECT length(name) AS n FROM names"), {"names"})};
    return schema;
  };
  check_case({.name = "all of them",
              .from = made(trapped),
              .to = made(rebuilt(trapped)),
              .rows = "INSERT INTO p (id, name) VALUES (1, 'aa')",
              .up = {{"SELECT n FROM lengths", {"2"}}}});
}

TEST_CASE("a number that was given once is not given again after a rebuild", "[traps]") {
  const std::string used = "INSERT INTO p DEFAULT VALUES; INSERT INTO p DEFAULT VALUES;"
                           "INSERT INTO p DEFAULT VALUES; DELETE FROM p WHERE id > 1";
  const std::vector<observation> next = {{"INSERT INTO p DEFAULT VALUES RETURNING id", {"4"}},
                                         {"DELETE FROM p WHERE id = 4 RETURNING id", {"4"}}};
  check_case({.name = "rebuilt",
              .from = schema_of({trapped}),
              .to = schema_of({rebuilt(trapped)}),
              .rows = used,
              .up = next,
              .on = only_sqlite});
  check_case({.name = "emptied, then rebuilt",
              .from = schema_of({trapped}),
              .to = schema_of({rebuilt(trapped)}),
              .rows = used + "; DELETE FROM p",
              .up = next,
              .on = only_sqlite});
}

TEST_CASE("rowids stay as they are when a table is built anew", "[traps]") {
  const auto loose = table("loose").with(column("x", text));
  check_case(
      {.name = "a table without a key of its own",
       .from = schema_of({loose}),
       .to = schema_of({rebuilt(loose)}),
       .rows = "INSERT INTO loose VALUES ('a'), ('b'), ('c'); DELETE FROM loose WHERE x = 'b'",
       .up = {{"SELECT rowid, x FROM loose ORDER BY rowid", {"1|a", "3|c"}}},
       .on = only_sqlite});
  const auto taken = table("taken").with(column("rowid", text)).with(column("oid", text).null());
  check_case({.name = "columns that bear the rowid's names",
              .from = schema_of({taken}),
              .to = schema_of({rebuilt(taken)}),
              .rows = "INSERT INTO taken VALUES ('a', 'x')",
              .on = only_sqlite});
}

TEST_CASE("options of SQLite's tables outlive a rebuild", "[traps]") {
  const auto odd = table("odd")
                       .with(column("k", text))
                       .with(column("v", integer).null())
                       .key({"k"})
                       .changed([](table& t) {
                         t.strict = true;
                         t.without_rowid = true;
                       });
  check_case({.name = "strict and without rowid",
              .from = schema_of({odd}),
              .to = schema_of({rebuilt(odd)}),
              .rows = "INSERT INTO odd VALUES ('a', 1)"});
}

TEST_CASE("generated columns are computed again, not copied", "[traps]") {
  const auto sum = table("sum")
                       .with_id()
                       .with(column("twice", bigint).computed(sql("id * 2")))
                       .with(column("x", text).null());
  check_case({.name = "rebuilt",
              .from = schema_of({sum}),
              .to = schema_of({rebuilt(sum)}),
              .rows = "INSERT INTO sum (id) VALUES (4)",
              .up = {{"SELECT id, twice FROM sum", {"4|8"}}}});
}

TEST_CASE("a rebuild and a rename of the same table", "[traps]") {
  check_case({.name = "together",
              .from = schema_of({trapped, child_of("p", cascade)}),
              .to = schema_of({rebuilt(table("q").with_id().with(column("title", text).null())),
                               child_of("q", cascade)}),
              .by = transition().rename_table("p", "q").rename_column("q", "name", "title"),
              .rows = trapped_rows});
}

TEST_CASE("ADD COLUMN forms that pass only on an empty table are not used", "[traps]") {
  const auto added = [](const char* name, const column& gained, model::transition by = {}) {
    check_case({.name = name,
                .from = schema_of({trapped, child_of("p", cascade)}),
                .to = schema_of({trapped.with(gained), child_of("p", cascade)}),
                .by = std::move(by),
                .rows = trapped_rows});
  };
  added("not null and backfilled", column("x", text), transition().backfill("p", "x", sql("'v'")));
  added("a default that is no constant",
        column("x", text).defaults_to(sql_for("md5('a')", "(hex('a'))")));
  added("the time", column("x", timestamptz).defaults_to(model::known_function::now));
  added("today", column("x", date).defaults_to(model::known_function::current_date));
  added("stored", column("x", bigint).computed(sql("id + 1")));
  added("not null with a check of its type",
        column("x", boolean).defaults_to(literal_boolean(false)));
}

TEST_CASE("names of every kind survive", "[names]") {
  const std::string hostile = "a\"b'c;--d/*e\n$1 %s \\";
  // 63 bytes, the last character of two.
  const std::string longest = std::string(61, 'x') + "\u00e9";
  for (const std::string& name : {hostile,
                                  longest,
                                  std::string("select"),
                                  std::string("Ünï cödé"),
                                  std::string("[x]"),
                                  std::string("`x`")}) {
    auto quoted = std::string("\"");
    for (const char c : name)
      quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    quoted += '"';
    const auto t = table(name)
                       .with_id()
                       .with(column(name, text).null())
                       .unique({name})
                       .with(index({name, "id"}))
                       .check(sql(quoted + " <> 'q'"));
    auto from = schema_of({t});
    from.enumerations = {
        enumeration(name + (name == longest ? "" : "_e"), {name == longest ? "v" : name, "w"})};
    if (name == longest)
      from.enumerations[0].name.name = "e";
    auto to = schema_of({t.with(column("z", text).null()).changed([](table& changed) {
      changed.columns[1].nullable = false;
    })});
    to.enumerations = from.enumerations;
    const auto rows = "INSERT INTO " + quoted + " VALUES (1, 'v')";
    check_case({.name = name, .from = from, .to = to, .rows = rows});
    check_case(
        {.name = "to " + name,
         .from = schema_of(
             {table("plain").with_id().with(column("simple", text).null()).unique({"simple"})}),
         .to = schema_of({table(name).with_id().with(column(name, text).null()).unique({name})}),
         .by = transition().rename_table("plain", name).rename_column(name, "simple", name),
         .rows = "INSERT INTO plain VALUES (1, 'v')"});
  }
}

TEST_CASE("default names that would be too long are cut between characters", "[names]") {
  const auto word = [](const char* character, int times) {
    std::string made;
    for (int each = 0; each < times; ++each)
      made += character;
    return made;
  };
  const auto t = table(word("ä", 31)).with_id().with(column(word("é", 31), text).null());
  check_case({.name = "of two bytes each",
              .from = schema_of({t}),
              .to = schema_of({t.unique({word("é", 31)}).with(index({word("é", 31), "id"}))}),
              .rows = "INSERT INTO \"" + word("ä", 31) + "\" VALUES (1, 'v')"});
}
