// The types of a function's arguments, as they are given.
#include "codegen/tool/function_arguments.hpp"

#include "tests/support/catch.hpp"

using strata::codegen::takes_arguments;

TEST_CASE("arguments are told by their types, with names or without", "[tool]") {
  CHECK(takes_arguments("", ""));
  CHECK(takes_arguments("x integer, y numeric(10, 2)", "integer,numeric(10, 2)"));
  CHECK(takes_arguments("x integer, y text", "x integer, y text"));
  CHECK(takes_arguments("\"a b\" double precision", "Double  Precision"));
  CHECK(takes_arguments("double precision", "double precision"));
  CHECK_FALSE(takes_arguments("x integer", "text"));
  CHECK_FALSE(takes_arguments("x integer", ""));
  CHECK_FALSE(takes_arguments("x integer", "integer, integer"));
}

TEST_CASE("modes and defaults tell nothing, and what is given back is no argument", "[tool]") {
  CHECK(takes_arguments("INOUT x integer DEFAULT 1, OUT y text, VARIADIC z text[]",
                        "integer, text[]"));
  CHECK(takes_arguments("x text DEFAULT 'a, b'::text", "text"));
  CHECK(takes_arguments("OUT y text", ""));
}
