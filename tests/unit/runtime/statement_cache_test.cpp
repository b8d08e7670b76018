#include "src/runtime/statement_cache.hpp"

#include "tests/support/catch.hpp"

using strata::detail::statement_cache;

TEST_CASE("a full cache gives up what was not used for longest", "[runtime]") {
  statement_cache<int> cache;
  CHECK(cache.find("0") == nullptr);
  for (int i = 0; !cache.is_full(); ++i) {
    cache.keep(std::to_string(i), i);
  }
  CHECK(cache.oldest() == 0);
  REQUIRE(cache.find("0") != nullptr);
  CHECK(*cache.find("0") == 0);
  CHECK(cache.oldest() == 1);
  cache.forget_oldest();
  CHECK_FALSE(cache.is_full());
  CHECK(cache.find("1") == nullptr);
  CHECK(cache.find("0") != nullptr);
  cache.forget("0");
  cache.forget("0");
  CHECK(cache.find("0") == nullptr);
  CHECK(cache.oldest() == 2);
}
