// Names that SQLite does not tell apart.
#include "tests/support/catch.hpp"
#include "tests/support/checks.hpp"

using namespace strata;
using namespace strata::testing;

TEST_CASE("names differ in more than letter case", "[check]") {
  CHECK(check_findings(schema_of({table("Users").with_id(), table("users").with_id()})) ==
        names{"0: [S143] Users and users differ in letter case alone, which SQLite does not tell "
              "apart; rename one of them | declare one of them .only(postgresql)"});
  CHECK(check_findings(
            schema_of({table("t").with(column("Name", text)).with(column("name", text))})) ==
        names{"0: [S143] t.Name and t.name differ in letter case alone, which SQLite does not tell "
              "apart; rename one of them | declare one of them .only(postgresql)"});
  model::table away = table("Users").with_id();
  away.only = only_postgresql;
  CHECK(check_findings(schema_of({away, table("users").with_id()})).empty());
}

TEST_CASE("triggers have different names on SQLite", "[check]") {
  model::schema schema = schema_of({table("a").with_id(), table("b").with_id()});
  schema.triggers = {trigger("touch", "a", sql("AFTER INSERT"), sql("SELECT 1")),
                     trigger("touch", "b", sql("AFTER INSERT"), sql("SELECT 1"))};
  CHECK(
      check_findings(schema) ==
      names{"0: [S144] trigger touch of b has the name of one of a, and SQLite has one name space "
            "for triggers; give it another name | declare one of them .only(postgresql)"});
  schema.triggers[1].only = only_postgresql;
  CHECK(check_findings(schema).empty());
}

TEST_CASE("only schemas for SQLite mind letter case and triggers' names", "[check]") {
  model::schema schema = schema_of({table("Users").with_id(), table("users").with_id()});
  schema.triggers = {trigger("touch", "Users", sql("AFTER INSERT"), sql("SELECT 1")),
                     trigger("touch", "users", sql("AFTER INSERT"), sql("SELECT 1"))};
  CHECK(check_findings(schema).size() == 2);
  CHECK(check_findings(schema, only_postgresql).empty());
}
