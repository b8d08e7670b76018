// Comparing schemas that no database made.
#include "codegen/inspect/differences.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::codegen;

namespace {

model::schema one_table() {
  model::schema schema;
  model::table& table = schema.tables.emplace_back();
  table.name.name = "t";
  table.columns.emplace_back().name = "a";
  return schema;
}

} // namespace

TEST_CASE("an inspected schema does not differ from itself", "[inspect]") {
  CHECK(differences(one_table(), one_table()).empty());
}

TEST_CASE("what one schema alone has is missing or not expected", "[inspect]") {
  model::schema with = one_table();
  with.enumerations.emplace_back().name = {"s", "mood"};
  with.extensions.emplace_back().name = "pg_trgm";
  with.named_schemas.emplace_back().name = "s";
  CHECK(differences(one_table(), with) == std::vector<std::string>{"enumeration s.mood is missing",
                                                                   "extension pg_trgm is missing",
                                                                   "schema s is missing"});
  CHECK(differences(with, one_table()).front() == "enumeration s.mood is not expected");
}

TEST_CASE("comments, and properties that only PostgreSQL has, are compared", "[inspect]") {
  model::schema other = one_table();
  model::table& table = other.tables.front();
  table.comment = "people";
  table.unlogged = true;
  table.columns.front().type.array_dimensions = 1;
  CHECK(differences(one_table(), other) ==
        std::vector<std::string>{"column t.a: type is text, expected text[]",
                                 "table t: comment is none, expected people",
                                 "table t: unlogged is no, expected yes"});
}
