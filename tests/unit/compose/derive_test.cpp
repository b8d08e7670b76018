// Removals and changes of a derived table.
#include "codegen/compose/compose.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/declarations.hpp"

using namespace strata;
using namespace strata::testing;
using codegen::compose;
using codegen::diagnostics;
using model::object_kind;

namespace {

const table items = table("items")
                        .with_id()
                        .with(column("price", integer))
                        .with(column("name", text))
                        .unique({"name"})
                        .check(sql("price > 0"))
                        .with(index({"price"}));

/// Version 2's table, derived from `items`.
model::table after(const derived& change, diagnostics& out) {
  return compose({version(1).lists(declared(items, 1)), version(2).since(1).lists(change)}, out)
      .back()
      .schema.tables.front();
}

const derived change("items", 1, 20);

} // namespace

TEST_CASE("an element of the same name replaces in place", "[compose]") {
  diagnostics out;
  const model::table result =
      after(change.with(table("").with(column("price", bigint)).with(column("note", text))), out);
  CHECK(result.columns[1] == column("price", bigint));
  CHECK(result.columns[3] == column("note", text));
}

TEST_CASE("an unnamed key or plain index replaces that of its default name", "[compose]") {
  model::index partial = index({"price"});
  partial.predicate = sql("price < 5");
  diagnostics out;
  const model::table result = after(change.with(table("").with(partial)), out);
  REQUIRE(result.indexes.size() == 1);
  CHECK(result.indexes[0].predicate == sql("price < 5"));
  CHECK(result.indexes[0].name == "items_price_idx");
}

TEST_CASE("an unnamed check is added, a named one replaces", "[compose]") {
  diagnostics out;
  const model::table more = after(change.with(table("").check(sql("price < 9"))), out);
  REQUIRE(more.checks.size() == 2);
  CHECK(more.checks[1].name == "items_price_check1");
  const model::table same = after(change.with(table("").check(sql("price > 0"))), out);
  CHECK(same.checks.size() == 1);
  const model::table other =
      after(change.with(table("").check(sql("price > 5"), "items_price_check")), out);
  REQUIRE(other.checks.size() == 1);
  CHECK(other.checks[0].expression == sql("price > 5"));
}

TEST_CASE("constraints and indexes are left out by kind and name", "[compose]") {
  diagnostics out;
  const model::table result = after(change.without(object_kind::constraint, "items_pkey")
                                        .without(object_kind::constraint, "items_name_key")
                                        .without(object_kind::constraint, "items_price_check")
                                        .without(object_kind::index, "items_price_idx"),
                                    out);
  CHECK(lines(out).empty());
  CHECK_FALSE(result.primary_key);
  CHECK(result.uniques.empty());
  CHECK(result.checks.empty());
  CHECK(result.indexes.empty());
}

TEST_CASE("leaving out what is not there is a finding", "[compose]") {
  diagnostics out;
  after(change.without(object_kind::index, "items_prize_idx"), out);
  CHECK(lines(out) == names{"20: [S106] items has no index items_prize_idx to leave out; take the "
                            ".without out or correct its name | did you mean items_price_idx?"});
}

TEST_CASE("leaving out a column that is used lists its users", "[compose]") {
  diagnostics out;
  const model::table result = after(change.without("price"), out);
  CHECK(lines(out) ==
        names{"20: [S107] items.price is left out but still used by constraint items_price_check, "
              "index "
              "items_price_idx; leave these out too, or replace them | "
              R"(.without_constraint("items_price_check") | .without_index("items_price_idx"))"});
  CHECK(result.checks.empty());
  CHECK(result.indexes.empty());
}

TEST_CASE("a column may go together with what uses it", "[compose]") {
  diagnostics out;
  after(change.without("price")
            .without(object_kind::constraint, "items_price_check")
            .without(object_kind::index, "items_price_idx"),
        out);
  CHECK(lines(out).empty());
}

TEST_CASE("the transition's drop takes a column from a derived table too", "[compose]") {
  diagnostics out;
  const auto versions = compose({version(1).lists(declared(items, 1)),
                                 version(2)
                                     .since(1)
                                     .lists(change.with(table("").with(column("note", text))))
                                     .says(transition().drop_column("items", "name"))},
                                out);
  CHECK(lines(out) ==
        names{"0: [S107] items.name is left out but still used by constraint items_name_key; leave "
              R"(these out too, or replace them | .without_constraint("items_name_key"))"});
  CHECK(versions[1].schema.tables[0].columns.size() == 3);
}
