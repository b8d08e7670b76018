#include "src/runtime/advisory_lock.hpp"

#include "tests/support/catch.hpp"

using strata::detail::key_for;

TEST_CASE("a lock's key follows from the history table's name alone", "[runtime]") {
  const auto key = key_for(R"("public"."strata_history")");
  // Fixed: programs of different releases must meet at the same lock.
  CHECK(key.first == -311482369);
  CHECK(key.second == -965071715);
  CHECK(key_for(R"("public"."other")").first != key.first);
}
