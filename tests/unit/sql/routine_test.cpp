// Functions, as statements name them.
#include "codegen/sql/definition.hpp"
#include "tests/support/catch.hpp"

using strata::codegen::sql::signature;

TEST_CASE("a signature has no defaults, whatever stands in them", "[sql]") {
  CHECK(signature("a integer, b text DEFAULT 'x, y'::text, c integer") ==
        "a integer, b text, c integer");
  CHECK(signature("a text[] DEFAULT ARRAY['p'::text, 'q'::text], b integer DEFAULT f(1, 2)") ==
        "a text[], b integer");
  CHECK(signature("a integer := 3, b integer = 4") == "a integer, b integer");
}

TEST_CASE("a quoted name in a signature holds anything", "[sql]") {
  CHECK(signature(R"("p""1)," text DEFAULT 'it''s )', "a DEFAULT b" integer)") ==
        R"("p""1)," text, "a DEFAULT b" integer)");
  CHECK(signature(R"("it's" integer, b text DEFAULT '"'::text, c integer)") ==
        R"("it's" integer, b text, c integer)");
}
