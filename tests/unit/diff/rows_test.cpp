// Reference rows by primary key.
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

using namespace strata;
using namespace strata::testing;
using codegen::change_rows;

namespace {

using row = std::vector<model::literal>;

table roles(const names& columns, const std::vector<row>& rows) {
  return table("roles")
      .with(column("id", bigint))
      .with(column("name", text))
      .with(column("rank", integer).null())
      .key({"id"})
      .with_rows(columns, rows);
}

change_rows only_change(const table& before, const table& after) {
  const auto all = codegen::diff(resolved(schema_of({before})), resolved(schema_of({after})), {});
  REQUIRE(all.size() == 1);
  return std::get<change_rows>(all.front());
}

const model::literal one = literal_integer(1);
const model::literal two = literal_integer(2);
const model::literal three = literal_integer(3);

} // namespace

TEST_CASE("only rows that are declared differently change", "[diff]") {
  const change_rows changes =
      only_change(roles({"id", "name"}, {{one, literal_text("a")}, {two, literal_text("b")}}),
                  roles({"id", "name"}, {{two, literal_text("B")}, {three, literal_text("c")}}));
  CHECK(changes.key_columns == names{"id"});
  CHECK(changes.inserted ==
        std::vector<change_rows::change>{{{"id", "name"}, {three, literal_text("c")}}});
  CHECK(changes.updated ==
        std::vector<change_rows::update>{
            {{"id"}, {two}, {{"name"}, {literal_text("b")}}, {{"name"}, {literal_text("B")}}}});
  CHECK(changes.deleted ==
        std::vector<change_rows::change>{{{"id", "name"}, {one, literal_text("a")}}});
}

TEST_CASE("the order of rows and of their columns makes no difference", "[diff]") {
  CHECK(
      brief_diff(
          schema_of({roles({"id", "name"}, {{one, literal_text("a")}, {two, literal_text("b")}})}),
          schema_of({roles({"name", "id"},
                           {{literal_text("b"), two}, {literal_text("a"), one}})})) == names{});
}

TEST_CASE("a column that rows newly declare is set in each", "[diff]") {
  const change_rows changes =
      only_change(roles({"id", "name"}, {{one, literal_text("a")}}),
                  roles({"id", "name", "rank"}, {{one, literal_text("a"), three}}));
  REQUIRE(changes.updated.size() == 1);
  CHECK(changes.updated[0].before.columns.empty());
  CHECK(changes.updated[0].after == change_rows::change{{"rank"}, {three}});
}

TEST_CASE("a new table brings its rows", "[diff]") {
  CHECK(brief_diff({}, schema_of({roles({"id", "name"}, {{one, literal_text("a")}})})) ==
        names{"create_table roles", "change_rows roles +1 ~0 -0"});
}
