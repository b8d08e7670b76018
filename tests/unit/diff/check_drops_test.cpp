// Nothing goes without a word, and nothing is guessed.
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

using namespace strata;
using namespace strata::testing;
using model::object_kind;

TEST_CASE("a table that goes without a word is a finding", "[diff]") {
  const table users = table("users").with_id();
  CHECK(transition_findings(schema_of({users}), {}) ==
        names{"2000: [S200] table users is gone from version 2 without a word; say in its "
              R"(transition that it is dropped | drop_table("users").because("…"))"});
  CHECK(transition_findings(schema_of({users}), {}, transition().drop_table("users")).empty());
}

TEST_CASE("where another table appears both lines are offered", "[diff]") {
  CHECK(
      transition_findings(schema_of({table("users").with_id()}),
                          schema_of({table("people").with_id()})) ==
      names{"2000: [S200] table users is gone from version 2 without a word; say in its "
            "transition that it is dropped, or what it is renamed to | "
            R"(drop_table("users").because("…") | rename_table("users", "people").because("…"))"});
}

TEST_CASE("a column is a drop or a rename to one of its type, if there is one", "[diff]") {
  const table before = table("cameras").with_id().with(column("metadata", jsonb).null());
  const model::table after = declared(table("cameras")
                                          .with_id()
                                          .with(column("settings", jsonb).null())
                                          .with(column("label", text).null()),
                                      7);
  CHECK(transition_findings(schema_of({before}), schema_of({after})) ==
        names{"7: [S201] column cameras.metadata is gone from version 2 without a word; say in its "
              "transition that it is dropped, or what it is renamed to | "
              R"(drop_column("cameras", "metadata").because("…") | )"
              R"(rename_column("cameras", "metadata", "settings").because("…"))"});
}

TEST_CASE("what a table inherits from now on is not gone", "[diff]") {
  const table parent = table("people").with_id().with(column("name", text).null());
  model::table heir = table("managers").with(column("level", text).null());
  heir.descent.inherits = {{"", "people"}};
  const model::table alone = table("managers")
                                 .with_id()
                                 .with(column("level", text).null())
                                 .with(column("name", text).null());
  CHECK(transition_findings(schema_of({parent, alone}), schema_of({parent, heir})).empty());
  CHECK(transition_findings(schema_of({parent, heir}), schema_of({parent, alone})).empty());
  const model::table less = table("managers").with_id().with(column("level", text).null());
  CHECK(transition_findings(schema_of({parent, heir}), schema_of({parent, less})) ==
        names{"0: [S201] column managers.name is gone from version 2 without a word; say in its "
              R"(transition that it is dropped | drop_column("managers", "name").because("…"))"});
}

TEST_CASE("enumerations, values, views, functions, triggers and extensions need words", "[diff]") {
  model::schema before = schema_of({table("t").with_id()});
  before.enumerations = {enumeration("e", {"a", "b"}), enumeration("f", {"x"})};
  before.views = {view("v", sql("SELECT 1"), {})};
  before.functions.emplace_back().name.name = "fn";
  before.triggers = {trigger("g", "t", sql("AFTER INSERT"), sql("SELECT 1"))};
  before.extensions.push_back({"pg_trgm", {}, {}, {}, {}});
  model::schema after = schema_of({table("t").with_id()});
  after.enumerations = {enumeration("e", {"a", "c"})};
  const names found = transition_findings(before, after);
  names codes;
  for (const std::string& each : found) {
    codes.push_back(each.substr(each.find('[') + 1, 4));
  }
  CHECK(codes == names{"S203", "S202", "S204", "S204", "S204", "S204"});
  CHECK(found[0] ==
        "0: [S203] value e.b is gone from version 2 without a word; say in its transition "
        "that it is dropped, or what it is renamed to | "
        R"(drop_enum_value("e", "b").because("…") | )"
        R"(rename_enum_value("e", "b", "c").because("…"))");
  const transition words = transition()
                               .drop(object_kind::enum_value, "e", "b")
                               .drop(object_kind::enumeration, {}, "f")
                               .drop(object_kind::view, {}, "v")
                               .drop(object_kind::function, {}, "fn")
                               .drop(object_kind::trigger, "t", "g")
                               .drop(object_kind::extension, {}, "pg_trgm");
  CHECK(transition_findings(before, after, words).empty());
}

TEST_CASE("a trigger goes with its table", "[diff]") {
  model::schema before = schema_of({table("t").with_id()});
  before.triggers = {trigger("g", "t", sql("AFTER INSERT"), sql("SELECT 1"))};
  CHECK(transition_findings(before, {}, transition().drop_table("t")).empty());
}

TEST_CASE("leaving one database is a drop there", "[diff]") {
  const table both = table("t").with_id().with(column("a", text).null());
  const table narrow = both.changed([](table& t) { t.columns[1].only = only_postgresql; });
  CHECK(transition_findings(schema_of({both}), schema_of({narrow})) ==
        names{"0: [S201] column t.a is gone from sqlite in version 2 without a word; say in its "
              R"(transition that it is dropped there | drop_column("t", "a").because("…"))"});
  CHECK(transition_findings(
            schema_of({both}), schema_of({narrow}), transition().drop_column("t", "a"))
            .empty());
  CHECK(transition_findings(schema_of({narrow}), schema_of({both})).empty());
}

TEST_CASE("constraints and indexes need no word", "[diff]") {
  const table t = table("t").with_id().with(column("a", text));
  CHECK(
      transition_findings(schema_of({t.unique({"a"}).with(index({"a"}))}), schema_of({t})).empty());
}

TEST_CASE("an extension's version is not changed by declaring another", "[diff]") {
  model::schema before;
  before.extensions.push_back({"postgis", {}, "3.2", {}, {}});
  model::schema after;
  after.extensions.push_back({"postgis", {}, "3.4", {}, {}});
  REQUIRE(transition_findings(before, after).size() == 1);
  CHECK(transition_findings(before, after)[0].find("[S205] extension postgis") !=
        std::string::npos);
}
