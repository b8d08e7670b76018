// Columns of types that exist.
#include "tests/support/catch.hpp"
#include "tests/support/checks.hpp"

using namespace strata;
using namespace strata::testing;

TEST_CASE("a column's enumeration is listed", "[check]") {
  model::schema schema = schema_of({table("t").with(column("s", enumerated("statu")))});
  schema.enumerations = {enumeration("status", {"on", "off"})};
  CHECK(
      check_findings(schema) ==
      names{"0: [S130] t.s is of enumeration statu, which version 3 does not have; list it there | "
            "did you mean status? | list it: schema_version(3, …, statu, …)"});
}

TEST_CASE("a default is a value of its enumeration", "[check]") {
  model::schema schema = schema_of(
      {table("t").with(column("s", enumerated("status")).defaults_to(literal_text("of")))});
  schema.enumerations = {enumeration("status", {"on", "off"})};
  CHECK(
      check_findings(schema) ==
      names{
          "0: [S131] the default of t.s, of, is not a value of status; choose one of its values | "
          "did you mean off?"});
  schema.tables[0].columns[0].default_to = literal_text("off");
  CHECK(check_findings(schema).empty());
}
