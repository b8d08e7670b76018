#include "src/runtime/statement_text.hpp"

#include "tests/support/catch.hpp"

#include <strata/runtime/error.hpp>

using strata::detail::first_word;

TEST_CASE("a statement's first word stands behind space and comments", "[runtime]") {
  CHECK(first_word("commit") == "COMMIT");
  CHECK(first_word(" ;\n-- a comment\n /* another, /* nested */ */ Rollback;") == "ROLLBACK");
  CHECK(first_word("(SELECT 1)") == "SELECT");
  CHECK(first_word("SELECT/**/1") == "SELECT");
  CHECK(first_word("-- nothing").empty());
  CHECK(first_word("/* not closed").empty());
  CHECK(first_word("").empty());
  CHECK(first_word("1").empty());
}

TEST_CASE("a statement with NUL is refused", "[runtime]") {
  CHECK_NOTHROW(strata::detail::require_no_nul("SELECT 1"));
  CHECK_THROWS_AS(strata::detail::require_no_nul(std::string_view("a\0b", 3)), strata::query_error);
}
