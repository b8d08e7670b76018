#include "src/runtime/values.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::detail;

TEST_CASE("values of either database mean the same", "[runtime]") {
  CHECK(as_integer(value(std::int64_t(7))) == 7);
  CHECK(as_integer(value(std::string("7"))) == 7);
  CHECK(as_integer(value()) == 0);
  CHECK(as_text(value(std::int64_t(7))) == "7");
  CHECK(as_text(value()).empty());
  CHECK(as_text(value(bytes{std::byte('a')})) == "a");
}

TEST_CASE("truth is t, true or a number other than 0", "[runtime]") {
  CHECK(as_truth(value(std::string("t"))));
  CHECK(as_truth(value(std::string("true"))));
  CHECK(as_truth(value(std::int64_t(2))));
  CHECK_FALSE(as_truth(value(std::string("f"))));
  CHECK_FALSE(as_truth(value(std::int64_t(0))));
  CHECK_FALSE(as_truth(value()));
}
