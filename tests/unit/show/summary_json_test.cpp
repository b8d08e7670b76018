// Summaries for programs.
#include "codegen/show/summary.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::codegen;
using namespace strata::testing;

TEST_CASE("JSON holds counts, tables and definitions", "[show]") {
  const model::schema schema = schema_of(
      {table("a\"\n").with(column("x", text).null()).with(references({"x"}, "b", {"y"}))});
  const std::string text = summary_json(schema, model::dialect::postgresql);
  CHECK(text.find(
            R"({"database":"postgresql","counts":{"tables":1,"columns":1,"constraints":1,)") == 0);
  CHECK(
      text.find(
          R"("tables":[{"name":"a\"\u000a","columns":[{"name":"x","type":"text","nullable":true}],)"
          R"("constraints":[{"kind":"foreign key","name":"","columns":["x"],"target":{"name":"b"},)"
          R"("target_columns":["y"],"definition":"FOREIGN KEY (\"x\") REFERENCES)") !=
      std::string::npos);
  CHECK(text.ends_with("]}\n"));
}
