// Objects, counted.
#include "codegen/show/counts.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::codegen;
using namespace strata::testing;

TEST_CASE("every kind of object is counted under its own name", "[show]") {
  model::schema schema = schema_of({table("a")
                                        .with_id()
                                        .with(column("x", text))
                                        .unique({"x"})
                                        .with(testing::index(names{"x"}))});
  schema.views.push_back(view("v", sql("SELECT 1"), {}));
  schema.views.push_back(view("m", sql("SELECT 1"), {}));
  schema.views.back().materialized = true;
  schema.functions.emplace_back().of = model::function::kind::procedure;
  const std::vector<object_count> counts = counts_of(schema);
  const auto count = [&](const std::string& many) {
    for (const object_count& each : counts) {
      if (each.many == many)
        return each.count;
    }
    return std::size_t{99};
  };
  CHECK(count("tables") == 1);
  CHECK(count("columns") == 2);
  CHECK(count("constraints") == 2);
  CHECK(count("indexes") == 1);
  CHECK(count("views") == 1);
  CHECK(count("materialized views") == 1);
  CHECK(count("functions") == 0);
  CHECK(count("procedures") == 1);
}
