// strata::numeric: digits, and their order.
#include "tests/support/catch.hpp"

#include <strata/runtime/error.hpp>
#include <strata/runtime/numeric.hpp>

#include <limits>
#include <vector>

using strata::numeric;

TEST_CASE("numerics keep their digits", "[accessor]") {
  CHECK(numeric("1.50").text() == "1.50");
  CHECK(numeric("+5").text() == "5");
  CHECK(numeric("-0.00").text() == "0.00");
  CHECK(numeric("007").text() == "7");
  CHECK(numeric(".5").text() == "0.5");
  CHECK(numeric("5.").text() == "5");
  CHECK(numeric("1e3").text() == "1000");
  CHECK(numeric("1.25e1").text() == "12.5");
  CHECK(numeric("-12e-3").text() == "-0.012");
  CHECK(numeric(std::numeric_limits<std::int64_t>::min()).text() == "-9223372036854775808");
  CHECK(numeric().text() == "0");
}

TEST_CASE("numerics are equal by value", "[accessor]") {
  CHECK(numeric("1.5") == numeric("1.50"));
  CHECK(numeric("0") == numeric("-0.0"));
  CHECK(numeric("100") == numeric("1e2"));
  CHECK(numeric("0.1") != numeric("0.10000000000000000001"));
}

TEST_CASE("numerics are ordered by value", "[accessor]") {
  const std::vector<numeric> ordered{numeric("-Infinity"),
                                     numeric("-100"),
                                     numeric("-99.5"),
                                     numeric("-0.001"),
                                     numeric("0"),
                                     numeric("0.09"),
                                     numeric("0.1"),
                                     numeric("9"),
                                     numeric("10"),
                                     numeric("10.01"),
                                     numeric("Infinity"),
                                     numeric("NaN")};
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    for (std::size_t j = 0; j < ordered.size(); ++j) {
      CAPTURE(ordered[i].text(), ordered[j].text());
      CHECK((ordered[i] < ordered[j]) == (i < j));
      CHECK((ordered[i] == ordered[j]) == (i == j));
    }
  }
}

TEST_CASE("what is no number is refused", "[accessor]") {
  for (const char* text : {"", "-", ".", "1.2.3", "1e", "e5", "0x10", "1 ", "one", "1e999999999"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(numeric(text), strata::conversion_error);
  }
}
