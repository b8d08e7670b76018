// What is drawn of a schema.
#include "codegen/draw/diagram.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::codegen;
using namespace strata::testing;

namespace {

const model::table users = table("users").with_id().with(column("email", text)).unique({"email"});

diagram drawn(std::initializer_list<model::table> tables) {
  return diagram_of(schema_of(tables), model::dialect::postgresql);
}

model::index unique_index(const names& columns) {
  model::index made = testing::index(columns);
  made.unique = true;
  return made;
}

} // namespace

TEST_CASE("tables are drawn by name with what their columns are part of", "[draw]") {
  const model::table posts = table("posts")
                                 .with_id()
                                 .with(column("author", bigint).null())
                                 .with(references({"author"}, "users", {"id"}));
  const diagram made = drawn({users, posts});
  REQUIRE(made.tables.size() == 2);
  CHECK(made.tables[0] == diagram_table{"posts",
                                        {{"id", "bigint", false, true, false, false},
                                         {"author", "bigint", true, false, true, false}}});
  CHECK(made.tables[1].columns[1] == diagram_column{"email", "text", false, false, false, true});
  CHECK(made.relations == std::vector<diagram_relation>{{0, 1, {"author"}, true, false}});
}

TEST_CASE("a parent has one child at most where the key's columns are unique", "[draw]") {
  const model::table base =
      table("a").with(column("x", bigint)).with(references({"x"}, "users", {"id"}));
  const auto is_single = [&](const model::table& child) {
    return drawn({child, users}).relations.at(0).single;
  };
  CHECK_FALSE(is_single(base));
  CHECK(is_single(
      table("a").with(column("x", bigint)).key({"x"}).with(references({"x"}, "users", {"id"}))));
  model::table indexed = base;
  indexed.indexes = {unique_index({"x"})};
  CHECK(is_single(indexed));
  indexed.indexes.front().predicate = sql("x > 1");
  CHECK_FALSE(is_single(indexed));
}

TEST_CASE("partitions and keys to nowhere are not drawn", "[draw]") {
  model::table part = table("part");
  part.descent.partition_of.name = "users";
  const model::table lost =
      table("lost").with(column("x", bigint)).with(references({"x"}, "gone", {"id"}));
  const diagram made = drawn({users, part, lost});
  CHECK(made.tables.size() == 2);
  CHECK(made.relations.empty());
}
