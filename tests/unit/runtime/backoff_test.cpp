#include "src/runtime/backoff.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::detail;
using std::chrono::milliseconds;

TEST_CASE("a wait ends with its bound", "[runtime]") {
  backoff wait(milliseconds(50));
  int pauses = 0;
  while (wait.pause()) {
    ++pauses;
  }
  CHECK(pauses >= 2); // 20 ms and then what is left, at most.
  CHECK(wait.waited() >= milliseconds(50));
}

TEST_CASE("a bound of nothing does not wait", "[runtime]") {
  CHECK_FALSE(backoff(milliseconds(0)).pause());
}

TEST_CASE("a read is patient with locks, and with nothing else", "[runtime]") {
  int runs = 0;
  CHECK(patiently(milliseconds(500), [&] {
          if (++runs < 3)
            throw lock_timeout("busy", {});
          return runs;
        }) == 3);
  CHECK_THROWS_AS(patiently(milliseconds(500), []() -> int { throw query_error("no", {}); }),
                  query_error);
  CHECK_THROWS_AS(patiently(milliseconds(10), []() -> int { throw lock_timeout("busy", {}); }),
                  lock_timeout);
}
