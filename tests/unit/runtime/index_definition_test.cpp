#include "src/runtime/index_definition.hpp"

#include "tests/support/catch.hpp"

using namespace strata::detail;

TEST_CASE("a statement that makes an index is taken apart", "[runtime]") {
  const auto found = parse_index_statement(
      "-- a hazard\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"t \"\"n\" ON ONLY \"far "
      "away\".\"t\" USING btree (\"n\") WHERE \"n\" > 1;\n\n");
  REQUIRE(found);
  CHECK(found->is_unique);
  CHECK(found->table == "\"far away\".\"t\"");
  CHECK(found->rest == "USING btree (\"n\") WHERE \"n\" > 1");
  const auto plain = parse_index_statement("create index /* here */ i on t(n)");
  REQUIRE(plain);
  CHECK_FALSE(plain->is_unique);
  CHECK(plain->table == "t");
  CHECK(plain->rest == "(n)");
}

TEST_CASE("what makes no index by name is no such statement", "[runtime]") {
  CHECK_FALSE(parse_index_statement("REINDEX INDEX CONCURRENTLY \"i\""));
  CHECK_FALSE(parse_index_statement("CREATE INDEX ON t (n)"));
  CHECK_FALSE(parse_index_statement("CREATE INDEX i ON t"));
  CHECK_FALSE(parse_index_statement(""));
}
