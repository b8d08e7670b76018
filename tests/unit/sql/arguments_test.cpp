// What tells a function from others of its name.
#include "codegen/sql/definition.hpp"
#include "tests/support/catch.hpp"

using strata::codegen::sql::argument_types;

namespace {

bool takes_arguments(const char* parameters, const char* given) {
  return argument_types(parameters) == argument_types(given);
}

} // namespace

TEST_CASE("arguments have types, with and without names", "[sql]") {
  using types = std::vector<std::string>;
  CHECK(argument_types("").empty());
  CHECK(argument_types("a integer, \"b, c\" numeric(10,2) DEFAULT 1, text") ==
        types{"integer", "numeric(10,2)", "text"});
  CHECK(argument_types("IN a double precision, OUT b text, INOUT timestamp with time zone, "
                       "VARIADIC c text[]") ==
        types{"double precision", "timestamp with time zone", "text[]"});
}

TEST_CASE("arguments are told by their types, with names or without", "[sql]") {
  CHECK(takes_arguments("", ""));
  CHECK(takes_arguments("x integer, y numeric(10, 2)", "integer,numeric(10, 2)"));
  CHECK(takes_arguments("x integer, y text", "x integer, y text"));
  CHECK(takes_arguments("\"a b\" double precision", "Double  Precision"));
  CHECK(takes_arguments("double precision", "double precision"));
  CHECK_FALSE(takes_arguments("x integer", "text"));
  CHECK_FALSE(takes_arguments("x integer", ""));
  CHECK_FALSE(takes_arguments("x integer", "integer, integer"));
}

TEST_CASE("modes and defaults tell nothing, and what is given back is no argument", "[sql]") {
  CHECK(takes_arguments("INOUT x integer DEFAULT 1, OUT y text, VARIADIC z text[]",
                        "integer, text[]"));
  CHECK(takes_arguments("x text DEFAULT 'a, b'::text", "text"));
  CHECK(takes_arguments("OUT y text", ""));
}
