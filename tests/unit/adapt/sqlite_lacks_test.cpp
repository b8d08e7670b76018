// What SQLite has nothing for is refused by name, never left out in silence.
#include "codegen/adapt/adapt.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/plan/schemas.hpp"

using namespace strata;
using namespace strata::testing;
using model::type_kind;

namespace {

std::vector<std::string> found_in(const model::schema& schema, const target& on = on_sqlite) {
  diagnostics found;
  codegen::adapt(schema, on, found);
  std::vector<std::string> all;
  for (const codegen::finding& one : found.sorted())
    all.push_back(one.code + " " + one.message);
  return all;
}

using all = std::vector<std::string>;

} // namespace

TEST_CASE("objects that SQLite has none of are refused, and kept on PostgreSQL", "[adapt]") {
  model::schema schema;
  schema.sequences.emplace_back().name.name = "numbers";
  model::policy& policy = schema.policies.emplace_back();
  policy.name = "own";
  policy.table.name = "orders";
  CHECK(found_in(schema) == all{"S327 SQLite has no policies, and orders.own is declared",
                                "S327 SQLite has no sequences, and numbers is declared"});
  diagnostics none;
  CHECK(codegen::adapt(schema, on_postgresql, none) == schema);
  CHECK(none.empty());
  schema.sequences[0].only = {true, false};
  schema.policies[0].only = {true, false};
  CHECK(found_in(schema).empty());
}

TEST_CASE("tables that SQLite cannot have are refused", "[adapt]") {
  model::schema schema;
  model::table& t = schema.tables.emplace_back(table("t", {column("a", type_kind::bigint)}));
  t.with = "fillfactor = 70"; // How PostgreSQL stores it: nothing to SQLite.
  CHECK(found_in(schema).empty());
  t.row_security = true;
  t.descent.partitioned_by = "RANGE (a)";
  CHECK(found_in(schema) ==
        all{"S328 SQLite has no partitioning, and table t is declared with it",
            "S328 SQLite has no row-level security, and table t is declared with it"});
}

TEST_CASE("a nullable primary key is SQLite's alone", "[adapt]") {
  model::schema schema;
  model::table& t = schema.tables.emplace_back(table("t", {column("a", type_kind::text)}));
  t.columns[0].nullable = true;
  t.primary_key.emplace().columns = {"a"};
  CHECK(found_in(schema).empty());
  CHECK(found_in(schema, on_postgresql) ==
        all{"S326 PostgreSQL has no nullable primary keys, and t.a is in one"});
}

TEST_CASE("a name of more than 63 bytes is SQLite's alone", "[adapt]") {
  model::schema schema;
  model::table& t = schema.tables.emplace_back(table("t", {column("a", type_kind::text)}));
  t.indexes.emplace_back().name = std::string(64, 'i');
  t.indexes[0].keys.emplace_back().column = "a";
  CHECK(found_in(schema).empty());
  CHECK(found_in(schema, on_postgresql) ==
        all{"S329 PostgreSQL cuts names behind 63 bytes, and " + std::string(64, 'i') + " has 64"});
}
