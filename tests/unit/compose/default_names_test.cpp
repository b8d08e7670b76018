// The names of what was given none.
#include "codegen/compose/default_names.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::testing;
using codegen::fit_name;

namespace {

model::table named(model::table table) {
  model::schema schema = schema_of({std::move(table)});
  codegen::name_all(schema);
  return schema.tables.front();
}

template <typename Elements>
names names_in(const Elements& elements) {
  names result;
  for (const auto& each : elements) {
    result.push_back(each.name);
  }
  return result;
}

} // namespace

TEST_CASE("keys and plain indexes are named as PostgreSQL names them", "[compose]") {
  const model::table cameras = named(table("cameras")
                                         .with(column("id", uuid))
                                         .with(column("name", text))
                                         .with(column("region_id", bigint))
                                         .key({"id"})
                                         .unique({"name", "region_id"})
                                         .with(references({"region_id"}, "regions", {"id"}))
                                         .with(index({"name"}))
                                         .with(index({"region_id", "name"})));
  CHECK(cameras.primary_key->name == "cameras_pkey");
  CHECK(names_in(cameras.uniques) == names{"cameras_name_region_id_key"});
  CHECK(names_in(cameras.foreign_keys) == names{"cameras_region_id_fkey"});
  CHECK(names_in(cameras.indexes) == names{"cameras_name_idx", "cameras_region_id_name_idx"});
}

TEST_CASE("a check is named after the one column it mentions", "[compose]") {
  const model::table t = named(table("t")
                                   .with(column("price", integer))
                                   .with(column("cost", integer))
                                   .check(sql("price > 0"))
                                   .check(sql("price > cost"))
                                   .check(sql("'price' <> ''"))
                                   .check(sql("\"price\" < 10")));
  CHECK(names_in(t.checks) == names{"t_price_check", "t_check", "t_check1", "t_price_check1"});
}

TEST_CASE("an expression in an index counts as a column called expr", "[compose]") {
  const model::table t = named(table("t")
                                   .with(column("name", text))
                                   .with(index_of({key("name"), key_on(sql("lower(name)"))})));
  CHECK(names_in(t.indexes) == names{"t_name_expr_idx"});
}

TEST_CASE("a name that is in use is numbered, and given names go first", "[compose]") {
  model::index given = index({"a"});
  given.name = "t_b_idx";
  const model::table t = named(table("t")
                                   .with(column("a", text))
                                   .with(column("b", text))
                                   .with(index({"b"}))
                                   .with(index({"b"}))
                                   .with(given));
  CHECK(names_in(t.indexes) == names{"t_b_idx1", "t_b_idx2", "t_b_idx"});
}

TEST_CASE("tables that collide are numbered in order of name, not of declaration", "[compose]") {
  const model::table a = table("a").with(column("b_c", text)).with(index({"b_c"}));
  const model::table a_b = table("a_b").with(column("c", text)).with(index({"c"}));
  model::schema forward = schema_of({a, a_b});
  model::schema backward = schema_of({a_b, a});
  codegen::name_all(forward);
  codegen::name_all(backward);
  CHECK(forward.tables[0].indexes[0].name == "a_b_c_idx");
  CHECK(forward.tables[1].indexes[0].name == "a_b_c_idx1");
  CHECK(backward.tables[0] == forward.tables[1]);
  CHECK(backward.tables[1] == forward.tables[0]);
}

TEST_CASE("a long name is cut where it is longest and never inside a character", "[compose]") {
  const std::string long_table(60, 't');
  CHECK(fit_name(long_table, "column", "idx") == std::string(52, 't') + "_column_idx");
  std::string umlauts;
  for (int i = 0; i < 40; ++i) {
    umlauts += "ä";
  }
  const std::string fitted = fit_name(umlauts, {}, "pkey");
  CHECK(fitted.size() <= 63);
  CHECK(fitted == umlauts.substr(0, 58) + "_pkey");
  CHECK(fit_name("x" + umlauts, {}, "pkey") == "x" + umlauts.substr(0, 56) + "_pkey");
}
