#include "src/runtime/quote.hpp"

#include "tests/support/catch.hpp"

#include <strata/runtime/error.hpp>

using namespace strata::detail;

TEST_CASE("quotes are doubled", "[runtime]") {
  CHECK(quoted_name("a\"b'c") == "\"a\"\"b'c\"");
  CHECK(quoted_text("a\"b'c") == "'a\"b''c'");
  CHECK(quoted_text("") == "''");
}

TEST_CASE("NUL is refused", "[runtime]") {
  CHECK_THROWS_AS(quoted_name(std::string_view("a\0b", 3)), strata::migration_error);
  CHECK_THROWS_AS(quoted_text(std::string_view("a\0b", 3)), strata::migration_error);
}
