// What is wrong before anything is compared: numbers, and a history that was lost.
#include "codegen/cli/generation.hpp"

#include "tests/support/catch.hpp"

#include <fstream>

#include <unistd.h>

using namespace strata::codegen;
namespace fs = std::filesystem;
namespace model = strata::model;

namespace {

/// A project's folder that ends with the test.
struct versions_project {
  fs::path path = fs::temp_directory_path() / ("strata-versions-" + std::to_string(::getpid()));

  versions_project() { fs::create_directories(path / "generated/sqlite"); }

  ~versions_project() { fs::remove_all(path); }

  versions_project(const versions_project&) = delete;
  versions_project& operator=(const versions_project&) = delete;

  generator_settings settings() const {
    return {.name = "shop",
            .schema_namespace = "schema",
            .cpp_namespace = "shop::db",
            .targets = {{model::dialect::sqlite, 3038000}},
            .source_dir = path,
            .generated_dir = path / "generated"};
  }
};

version_header header_of(int file, int declared) {
  model::version_declaration declaration;
  declaration.number = declared;
  return {.number = file, .path = "schema/v1.hpp", .declaration = declaration};
}

std::vector<std::string> codes(const diagnostics& found) {
  std::vector<std::string> all;
  for (const finding& each : found.sorted()) {
    all.push_back(each.code);
  }
  return all;
}

} // namespace

TEST_CASE("a header declares the version that it is named for", "[generator_cli]") {
  const versions_project at;
  diagnostics found;
  read_versions(at.settings(), {header_of(2, 1)}, found);
  CHECK(codes(found) == std::vector<std::string>{"S500"});
}

TEST_CASE("SQL without its lock is a history that was lost", "[generator_cli]") {
  const versions_project at;
  diagnostics fresh;
  read_versions(at.settings(), {header_of(1, 1)}, fresh);
  CHECK(fresh.empty());

  std::ofstream(at.path / "generated/sqlite/0001.up.sql") << "-- strata: step 1 [expand]\n";
  diagnostics lost;
  read_versions(at.settings(), {header_of(1, 1)}, lost);
  CHECK(codes(lost) == std::vector<std::string>{"S408"});
}
