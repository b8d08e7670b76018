// Names that become one identifier.
#include "codegen/import/cpp_names.hpp"

#include "tests/support/catch.hpp"

using namespace strata;

TEST_CASE("columns and objects that become one identifier are told apart", "[import]") {
  model::schema schema;
  for (const char* name : {"a-b", "a b", "class", "class_", "plain"}) {
    schema.tables.emplace_back().name.name = name;
    schema.tables[0].columns.emplace_back().name = name;
  }
  schema.views.emplace_back().name.name = "hana";
  codegen::name_for_cpp(schema);
  const auto& columns = schema.tables[0].columns;
  REQUIRE(columns.size() == 5);
  CHECK(columns[0].cpp.name.empty());
  CHECK(columns[1].cpp.name == "a_b_2");
  CHECK(columns[2].cpp.name.empty());
  CHECK(columns[3].cpp.name == "class_2");
  CHECK(columns[4].cpp.name.empty());
  CHECK(schema.tables[1].cpp_name == "a_b_2");
  CHECK(schema.views[0].cpp_name == "hana_2");
}

TEST_CASE("values that become one enumerator are told apart", "[import]") {
  model::schema schema;
  schema.enumerations.resize(2);
  schema.enumerations[0].name.name = "blood";
  schema.enumerations[0].values = {"A+", "A-", "", "b"};
  schema.enumerations[1].name.name = "plain";
  schema.enumerations[1].values = {"a", "b"};
  codegen::name_for_cpp(schema);
  CHECK(schema.enumerations[0].cpp_values == std::vector<std::string>{"", "A_2", "", ""});
  CHECK(schema.enumerations[1].cpp_values.empty());
}
