// What views, functions and triggers depend on.
#include "tests/support/catch.hpp"
#include "tests/support/checks.hpp"

using namespace strata;
using namespace strata::testing;

TEST_CASE("a dependency on nothing is a finding", "[check]") {
  model::schema schema = schema_of({table("cameras").with_id()});
  schema.views = {view("v", sql("SELECT 1"), {"camera"})};
  CHECK(
      check_findings(schema) ==
      names{
          "0: [S170] view v depends on camera, which version 3 does not have; declare it, or view "
          "v anew without it | did you mean cameras?"});
}

TEST_CASE("a trigger is on a table or a view", "[check]") {
  model::schema schema = schema_of({table("cameras").with_id()});
  schema.triggers = {trigger("g", "camera", sql("AFTER INSERT"), sql("SELECT 1"))};
  CHECK(
      check_findings(schema) ==
      names{
          "0: [S171] trigger g is on camera, which version 3 does not have; declare the table, or "
          "correct its name | did you mean cameras?"});
}

TEST_CASE("views that depend on each other are a finding, once", "[check]") {
  model::schema schema;
  schema.views = {view("a", sql("SELECT 1"), {"b"}),
                  view("b", sql("SELECT 1"), {"c"}),
                  view("c", sql("SELECT 1"), {"b"})};
  CHECK(check_findings(schema) ==
        names{"0: [S172] views depend on each other: b → c → b; take one dependency out"});
}

TEST_CASE("views may depend on tables, views, functions and enumerations", "[check]") {
  model::schema schema = schema_of({table("t").with_id()});
  schema.enumerations = {enumeration("e", {"a"})};
  schema.functions.emplace_back().name.name = "f";
  schema.views = {view("v", sql("SELECT 1"), {"t", "e", "f"}), view("w", sql("SELECT 1"), {"v"})};
  CHECK(check_findings(schema).empty());
}
