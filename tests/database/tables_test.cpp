// Tables made, dropped, renamed and changed as a whole.
#include "tests/database/migration_case.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

const auto parent = table("parent").with_id().with(column("name", text));
const auto child =
    table("child")
        .with_id()
        .with(column("parent_id", bigint))
        .with(references({"parent_id"}, "parent", {"id"}, model::referential_action::cascade));

const std::string family = "INSERT INTO parent (id, name) VALUES (1, 'a'), (2, 'b');"
                           "INSERT INTO child (id, parent_id) VALUES (10, 1), (11, 2), (12, 2);";

} // namespace

TEST_CASE("tables are made and dropped in the order their keys ask for", "[tables]") {
  check_case({.name = "a pair", .from = {}, .to = schema_of({child, parent})});
  check_case({.name = "away again",
              .from = schema_of({parent, child}),
              .to = schema_of({parent}),
              .by = transition().drop_table("child"),
              .rows = family});
  check_case({.name = "both away",
              .from = schema_of({parent, child, table("rest").with_id()}),
              .to = schema_of({table("rest").with_id()}),
              .by = transition().drop_table("child").drop_table("parent"),
              .rows = family});
}

TEST_CASE("tables that refer to each other are made and dropped", "[tables]") {
  const auto a =
      table("a").with_id().with(column("b", bigint).null()).with(references({"b"}, "b", {"id"}));
  const auto b =
      table("b").with_id().with(column("a", bigint).null()).with(references({"a"}, "a", {"id"}));
  check_case({.name = "made", .from = {}, .to = schema_of({a, b})});
  check_case({.name = "dropped",
              .from = schema_of({a, b}),
              .to = {},
              .by = transition().drop_table("a").drop_table("b"),
              .rows = "INSERT INTO a (id) VALUES (1); INSERT INTO b (id, a) VALUES (1, 1);"
                      "UPDATE a SET b = 1"});
}

TEST_CASE("a renamed table keeps its rows, and all that stands around it", "[tables]") {
  const auto made = [](const std::string& name) {
    const std::string quoted = "\"" + name + "\"";
    auto schema = schema_of(
        {table(name)
             .with_id()
             .with(column("boss", bigint).null())
             .with(column("mail", text).null())
             .unique({"mail"})
             .check(sql("boss <> id"))
             .with(index({"boss"}))
             .with(references({"boss"}, name, {"id"})),
         table("badge")
             .with_id()
             .with(column("owner", bigint))
             .with(references({"owner"}, name, {"id"}, model::referential_action::cascade))});
    schema.views.push_back(view("mails", sql("SELECT mail FROM " + quoted), {name}));
    return schema;
  };
  check_case(
      {.name = "renamed",
       .from = made("staff"),
       .to = made("Our People"),
       .by = transition().rename_table("staff", "Our People"),
       .rows = "INSERT INTO staff (id, mail) VALUES (1, 'a'); INSERT INTO staff VALUES (2, 1, 'b');"
               "INSERT INTO badge (id, owner) VALUES (7, 2)"});
  check_case(
      {.name = "and changed",
       .from = made("staff"),
       .to =
           [&] {
             auto schema = made("people");
             schema.tables[0].columns[2].nullable = false;
             return schema;
           }(),
       .by = transition().rename_table("staff", "people").backfill("people", "mail", sql("'?'")),
       .rows = "INSERT INTO staff (id) VALUES (1); INSERT INTO badge (id, owner) VALUES (7, 1)"});
}

TEST_CASE("table names move on in a chain", "[tables]") {
  const auto made = [](const char* first, const char* second) {
    return schema_of({table(first).with_id().with(column("x", text)),
                      table(second).with_id().with(column("y", text))});
  };
  check_case({.name = "a to b, b to c",
              .from = made("a", "b"),
              .to = made("b", "c"),
              .by = transition().rename_table("a", "b").rename_table("b", "c"),
              .rows = "INSERT INTO a (x) VALUES ('x'); INSERT INTO b (y) VALUES ('y')",
              .up = {{"SELECT x FROM b", {"x"}}, {"SELECT y FROM c", {"y"}}}});
  check_case({.name = "a new table takes the old name",
              .from = schema_of({parent}),
              .to = schema_of({table("elder").with_id().with(column("name", text)),
                               table("parent").with(column("code", text)).key({"code"})}),
              .by = transition().rename_table("parent", "elder"),
              .rows = "INSERT INTO parent (name) VALUES ('a')",
              .up = {{"SELECT name FROM elder", {"a"}}}});
}

TEST_CASE("a renamed table and a renamed column of it", "[tables]") {
  check_case({.name = "both",
              .from = schema_of({parent, child}),
              .to = schema_of(
                  {table("elder").with_id().with(column("title", text)),
                   table("child")
                       .with_id()
                       .with(column("elder_id", bigint))
                       .with(references(
                           {"elder_id"}, "elder", {"id"}, model::referential_action::cascade))}),
              .by = transition()
                        .rename_table("parent", "elder")
                        .rename_column("elder", "name", "title")
                        .rename_column("child", "parent_id", "elder_id"),
              .rows = family});
}

TEST_CASE("a key that foreign keys rest on is made anew in a renamed table", "[tables]") {
  const auto tree = [](const char* name, names include) {
    return schema_of({table(name)
                          .with(column("code", text))
                          .with(column("above", text).null())
                          .unique({"code"})
                          .with(references({"above"}, name, {"code"}))
                          .changed([&](table& t) { t.uniques.front().include = include; })});
  };
  check_case({.name = "a tree",
              .from = tree("zones", {}),
              .to = tree("regions", {"above"}),
              .by = transition().rename_table("zones", "regions"),
              .rows = "INSERT INTO zones VALUES ('a', NULL), ('b', NULL)",
              .on = only_postgresql});
}

TEST_CASE("a key to the own table waits for the rename of what it names", "[tables]") {
  check_case({.name = "a tree",
              .from = schema_of({table("t").with(column("id", bigint)).key({"id"})}),
              .to = schema_of({table("t")
                                   .with(column("number", bigint))
                                   .with(column("up", bigint).null())
                                   .key({"number"})
                                   .with(references({"up"}, "t", {"number"}))}),
              .by = transition().rename_column("t", "id", "number"),
              .rows = "INSERT INTO t (id) VALUES (1), (2)"});
}

TEST_CASE("a table's own properties change", "[tables]") {
  const auto plain = table("t").with(column("k", text)).with(column("v", text).null()).key({"k"});
  const std::string rows = "INSERT INTO t VALUES ('a', 'x'), ('b', NULL)";
  const auto strict = plain.changed([](table& t) { t.strict = true; });
  const auto without = plain.changed([](table& t) { t.without_rowid = true; });
  const auto says = plain.changed([](table& t) { t.comment = "it's a table"; });
  for (const auto& [name, changed] :
       {std::pair{"strict", strict}, {"without rowid", without}, {"comment", says}}) {
    check_case(
        {.name = name, .from = schema_of({plain}), .to = schema_of({changed}), .rows = rows});
  }
}

TEST_CASE("tables that outlive no crash are told apart on PostgreSQL", "[tables]") {
  const auto unlogged = parent.changed([](table& t) { t.unlogged = true; });
  const std::string rows = "INSERT INTO parent (name) VALUES ('a')";
  check_case({.name = "becomes so",
              .from = schema_of({parent}),
              .to = schema_of({unlogged}),
              .rows = rows,
              .on = only_postgresql});
  check_case({.name = "is no longer so",
              .from = schema_of({unlogged}),
              .to = schema_of({parent}),
              .rows = rows,
              .on = only_postgresql});
}

TEST_CASE("schemas of their own come and go with their tables", "[tables]") {
  const auto in_audit = table("log").with_id().changed([](table& t) { t.name.schema = "audit"; });
  auto with_log = schema_of({parent, in_audit});
  with_log.named_schemas = {{"audit", "", {}}};
  check_case({.name = "comes", .from = schema_of({parent}), .to = with_log, .on = only_postgresql});
  check_case({.name = "goes",
              .from = with_log,
              .to = schema_of({parent}),
              .by = transition()
                        .changed([](transition& t) {
                          model::drop& gone = t.drops.emplace_back();
                          gone.name = {"audit", "log"};
                          gone.because = "a test";
                        })
                        .drop(model::object_kind::schema, {}, "audit"),
              .rows = "INSERT INTO audit.log DEFAULT VALUES",
              .on = only_postgresql});
}

TEST_CASE("the order of declaration is no change", "[tables]") {
  const auto turned = table("parent")
                          .with(column("name", text))
                          .with(column("id", bigint).is_identity())
                          .key({"id"});
  check_case({.name = "columns turned round",
              .from = schema_of({parent, child}),
              .to = schema_of({child, turned}),
              .rows = family});
}
