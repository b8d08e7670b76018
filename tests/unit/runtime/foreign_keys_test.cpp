#include "src/runtime/foreign_keys.hpp"

#include "tests/support/catch.hpp"

using strata::detail::new_violations;
using strata::detail::violations;

TEST_CASE("violations are compared by table and values", "[runtime]") {
  const violations before{.counts = {{{"parts", "7"}, 1}}, .tables = {"items", "parts"}};
  CHECK(new_violations(before, before).empty());
  violations later = before;
  later.counts[{"parts", "8"}] = 1;
  CHECK(new_violations(before, later) == "parts (8)");
  later = before;
  later.counts[{"parts", "7"}] = 2;
  CHECK(new_violations(before, later) == "parts (7)");
}

TEST_CASE("a renamed table takes its violations along", "[runtime]") {
  const violations before{.counts = {{{"parts", "7"}, 1}}, .tables = {"parts"}};
  const violations renamed{.counts = {{{"pieces", "7"}, 1}}, .tables = {"pieces"}};
  const violations added{.counts = {{{"parts", "7"}, 1}, {{"pieces", "7"}, 1}},
                         .tables = {"parts", "pieces"}};
  CHECK(new_violations(before, renamed).empty());
  CHECK(new_violations(before, added) == "pieces (7)");
}

TEST_CASE("of many violations some are named", "[runtime]") {
  violations later{.counts = {}, .tables = {"t"}};
  for (int i = 1; i <= 7; ++i) {
    later.counts[{"t", std::to_string(i)}] = 1;
  }
  CHECK(new_violations({}, later) == "t (1); t (2); t (3); t (4); t (5); and 2 more");
}
