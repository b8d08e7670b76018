// Chains of declarations: numbers, what is carried, what ends.
#include "codegen/compose/compose.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/declarations.hpp"

using namespace strata;
using namespace strata::testing;
using codegen::compose;
using codegen::diagnostics;

TEST_CASE("versions are taken in order of number, from 1 and without a gap", "[compose]") {
  diagnostics out;
  const auto versions = compose({version(2).since(1), version(1)}, out);
  CHECK(out.empty());
  REQUIRE(versions.size() == 2);
  CHECK(versions[0].number == 1);
  CHECK(versions[1].number == 2);

  compose({version(1), version(3).since(1), version(3).since(3)}, out);
  CHECK(lines(out) ==
        names{"3000: [S100] version 3 follows version 1; number versions from 1 without a gap | "
              "declare it as schema_version(2, …)",
              "3000: [S101] version 3 is declared twice; give this one the next free number"});
}

TEST_CASE("a version carries on the one before it and no other", "[compose]") {
  diagnostics out;
  compose({version(1), version(2).since(1), version(3).since(1)}, out);
  CHECK(lines(out) ==
        names{"3000: [S102] version 3 carries version 1 on, which is not the one before it; what "
              "came between would be undone | since(v2::version)"});
}

TEST_CASE("what is not listed is carried, and drops end it", "[compose]") {
  diagnostics out;
  const auto versions =
      compose({version(1)
                   .lists(enumeration("status", {"on", "off"}))
                   .lists(declared(table("a").with_id().with(column("note", text)), 1))
                   .lists(declared(table("b").with_id(), 2))
                   .lists(view("v", sql("SELECT 1"), {"b"}))
                   .lists(trigger("touch", "b", sql("AFTER INSERT"), sql("SELECT 1"))),
               version(2).since(1).says(transition()
                                            .drop_table("b")
                                            .drop(model::object_kind::view, {}, "v")
                                            .drop(model::object_kind::enum_value, "status", "off")
                                            .drop_column("a", "note"))},
              out);
  CHECK(out.empty());
  const model::schema& after = versions[1].schema;
  REQUIRE(after.tables.size() == 1);
  CHECK(after.tables[0].name.name == "a");
  CHECK(after.tables[0].columns.size() == 1);
  CHECK(after.views.empty());
  CHECK(after.triggers.empty());
  CHECK(after.enumerations == std::vector{enumeration("status", {"on"})});
}

TEST_CASE("a version without since is complete in itself", "[compose]") {
  diagnostics out;
  const auto versions = compose({version(1).lists(table("a").with_id()).lists(table("b").with_id()),
                                 version(2).lists(table("b").with_id())},
                                out);
  REQUIRE(versions[1].schema.tables.size() == 1);
  CHECK(versions[1].schema.tables[0].name.name == "b");
}

TEST_CASE("a foreign key without columns references the primary key", "[compose]") {
  diagnostics out;
  const auto versions = compose(
      {version(1)
           .lists(table("a").with(column("x", bigint)).with(column("y", bigint)).key({"x", "y"}))
           .lists(table("c"))
           .lists(
               table("b").with(references({"p", "q"}, "a", {})).with(references({"r"}, "c", {})))},
      out);
  CHECK(versions[0].schema.tables[2].foreign_keys[0].target_columns == names{"x", "y"});
  CHECK(lines(out) == names{"0: [S110] a foreign key of b names no columns of c, which has no "
                            "primary key; name the columns"});
}

TEST_CASE("one name may stand for a trigger of each database", "[compose]") {
  model::trigger here = trigger("g", "t", sql("AFTER INSERT"), sql("SELECT 1"));
  here.only = only_postgresql;
  model::trigger there = here;
  there.only = only_sqlite;
  diagnostics out;
  const auto versions =
      compose({version(1).lists(table("t").with_id()).lists(here).lists(there)}, out);
  CHECK(versions[0].schema.triggers == std::vector{here, there});
}

TEST_CASE("the schemas of objects are collected", "[compose]") {
  model::table log = table("log").with_id();
  log.name.schema = "audit";
  model::enumeration status = enumeration("status", {"on"});
  status.name.schema = "types";
  diagnostics out;
  CHECK(compose({version(1).lists(log).lists(status)}, out)[0].schema.named_schemas ==
        std::vector<model::named_schema>{{"audit", "", {}}, {"types", "", {}}});
}
