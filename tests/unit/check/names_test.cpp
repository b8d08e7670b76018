// Names that two objects would share.
#include "tests/support/catch.hpp"
#include "tests/support/checks.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

model::index named(std::string name) {
  model::index made = index({"id"});
  made.name = std::move(name);
  return made;
}

} // namespace

TEST_CASE("tables, views and indexes share a name space", "[check]") {
  CHECK(check_findings(schema_of({table("a").with_id().with(named("by_id")),
                                  table("b").with_id().with(named("by_id"))})) ==
        names{"0: [S140] an index of b takes the name by_id, which an index of a has; give one of "
              R"(them another name | .named("…") on a constraint or an index)"});
  model::schema schema = schema_of({table("a").with_id()});
  schema.views = {view("a", sql("SELECT 1"), {})};
  const names found = check_findings(schema);
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].find("[S140] view a takes the name a, which table a has") != std::string::npos);
}

TEST_CASE("objects of different databases and schemas do not meet", "[check]") {
  model::index here = named("by_id");
  here.only = only_postgresql;
  model::index there = named("by_id");
  there.only = only_sqlite;
  CHECK(check_findings(schema_of({table("a").with_id().with(here).with(there)})).empty());
  table log = table("log").with_id();
  log.name.schema = "audit";
  CHECK(check_findings(schema_of({table("log").with_id(), log})).empty());
}

TEST_CASE("constraints of one table have different names", "[check]") {
  CHECK(check_findings(schema_of({table("t")
                                      .with(column("a", integer))
                                      .with(column("b", integer))
                                      .check(sql("a > 0"), "positive")
                                      .check(sql("b > 0"), "positive")})) ==
        names{"0: [S141] a check of t takes the name positive, which a check of t has; give one of "
              R"(them another name | .named("…") on a constraint or an index)"});
}

TEST_CASE("an enumeration is not named like a table", "[check]") {
  model::schema schema = schema_of({table("status").with_id()});
  schema.enumerations = {enumeration("status", {"on"})};
  const names found = check_findings(schema);
  REQUIRE(found.size() == 1);
  CHECK(found[0].find("[S142] enumeration status takes the name status, which table status has") !=
        std::string::npos);
}
