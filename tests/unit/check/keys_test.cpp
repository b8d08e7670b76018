// Keys that say the same twice.
#include "tests/support/catch.hpp"
#include "tests/support/checks.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

const auto t = table("t").with(column("a", integer)).with(column("b", integer)).key({"a"});

} // namespace

TEST_CASE("a unique constraint does not repeat the primary key", "[check]") {
  CHECK(check_findings(schema_of({t.unique({"a"})})) ==
        names{"0: [S133] unique constraint t_a_key of t repeats the primary key over (a), which "
              "holds already; take one out"});
}

TEST_CASE("a unique constraint does not repeat another", "[check]") {
  CHECK(check_findings(schema_of({t.unique({"b"}).unique({"b"})})) ==
        names{"0: [S133] unique constraint t_b_key1 of t repeats another over (b), which "
              "holds already; take one out"});
}

TEST_CASE("keys that differ in anything are two", "[check]") {
  CHECK(check_findings(schema_of({t.unique({"b"}).unique({"b", "a"}).unique({"a", "b"})})).empty());
  CHECK(check_findings(schema_of({t.unique({"a"}).changed([](table& changed) {
          changed.uniques[0].deferrable = model::deferral::initially_deferred;
        })}))
            .empty());
  CHECK(check_findings(schema_of({t.unique({"b"}).unique({"b"}).changed([](table& changed) {
          changed.uniques[1].sqlite_keys = "b COLLATE NOCASE";
        })}))
            .empty());
}
