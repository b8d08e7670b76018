// How an imported schema is laid out.
#include "codegen/import/header_files.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::codegen;

namespace {

model::version version_of(int tables, int columns) {
  model::version version;
  version.number = 3;
  for (int at = 0; at < tables; ++at) {
    model::table& table = version.schema.tables.emplace_back();
    table.name.name = (at % 2 == 0 ? "T" : "t") + std::to_string(at / 2);
    for (int column = 0; column < columns; ++column)
      table.columns.emplace_back().name = "c" + std::to_string(column);
  }
  version.schema.views.emplace_back().name.name = "all_of_it";
  return version;
}

} // namespace

TEST_CASE("a small schema is one header", "[import]") {
  const auto files = header_files(version_of(2, 1), "acme::db");
  REQUIRE(files.size() == 1);
  CHECK(files[0].path == "v3.hpp");
  CHECK(files[0].text.find("namespace acme::db::v3 {") != std::string::npos);
  CHECK(files[0].text.find("inline constexpr auto version = schema_version(3,") !=
        std::string::npos);
}

TEST_CASE("a large schema has a header for each table, no two of a name in another case",
          "[import]") {
  const auto files = header_files(version_of(4, 200), "schema");
  std::vector<std::string> paths;
  for (const auto& each : files)
    paths.push_back(each.path);
  CHECK(paths ==
        std::vector<std::string>{
            "v3.hpp", "v3/t0.hpp", "v3/t1.hpp", "v3/t0_2.hpp", "v3/t1_2.hpp", "v3/views.hpp"});
  for (std::size_t at = 1; at < paths.size(); ++at)
    CHECK(files[0].text.find("#include \"" + paths[at] + "\"") != std::string::npos);
  CHECK(files[5].text.find("all_of_it") != std::string::npos);
}
