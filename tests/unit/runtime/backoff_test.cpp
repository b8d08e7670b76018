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
  int told = 0;
  const auto tell = [&] { ++told; };
  const auto end = [](const lock_timeout&) { throw migration_error("over", {}); };
  const auto third_time = [&] {
    if (++runs < 3)
      throw lock_timeout("busy", {});
    return runs;
  };
  CHECK(patiently(milliseconds(500), third_time, tell, end) == 3);
  CHECK(told == 1);
  const auto wrong = []() -> int { throw query_error("no", {}); };
  CHECK_THROWS_AS(patiently(milliseconds(500), wrong, tell, end), query_error);
  const auto busy = []() -> int { throw lock_timeout("busy", {}); };
  CHECK_THROWS_AS(patiently(milliseconds(10), busy, tell, end), migration_error);
}
