// Remedies by the server's code, in whatever language its words are.
#include "src/runtime/failure_remedy.hpp"
#include "tests/support/catch.hpp"

using namespace strata;
using Catch::Matchers::ContainsSubstring;
using detail::remedy_for;

TEST_CASE("a remedy follows from the code alone on PostgreSQL", "[runtime]") {
  const error_facts exists{.code = "R060", .sqlstate = "42P07"};
  CHECK_THAT(remedy_for(exists, "Relation »items« existiert bereits", dialect::postgresql, 3),
             ContainsSubstring("made by other means") &&
                 ContainsSubstring("`sql --from 2 --to 3`"));
  const error_facts forbidden{.code = "R060", .sqlstate = "42501"};
  CHECK_THAT(remedy_for(forbidden, "Berechtigung nur für Eigentümer", dialect::postgresql, 3),
             ContainsSubstring("connect as the role that owns"));
  const error_facts other{.code = "R060", .sqlstate = "22012"};
  CHECK(remedy_for(other, "relation \"items\" already exists", dialect::postgresql, 3).empty());
}

TEST_CASE("on SQLite a view in the way of a rebuild has its remedy", "[runtime]") {
  CHECK_THAT(remedy_for({}, "error in view v: no such table: main.items", dialect::sqlite, 3),
             ContainsSubstring("DROP VIEW"));
  CHECK(remedy_for({}, "no such table: main.items", dialect::sqlite, 3).empty());
}
