// The next version's header, and where it is listed.
#include "codegen/cli/bump.hpp"

#include "codegen/cli/io_error.hpp"
#include "tests/support/catch.hpp"

#include <unistd.h>

#include <fstream>
#include <iterator>

using namespace strata;
using namespace strata::codegen;

namespace {

model::version version_five() {
  model::version version;
  version.number = 5;
  return version;
}

/// A project's folder with its fifth version.
class project {
public:
  project()
      : root_(std::filesystem::temp_directory_path() /
              ("strata-bump-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(root_ / "schema");
    settings.name = "shop_schema";
    settings.schema_namespace = "schema";
    settings.source_dir = root_;
    settings.list_file = root_ / "CMakeLists.txt";
    head.version = version_five();
    head.header = "schema/v5.hpp";
  }

  project(const project&) = delete;
  project& operator=(const project&) = delete;

  ~project() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }

  void write(const char* name, const std::string& text) const {
    std::ofstream(root_ / name, std::ios::binary) << text;
  }

  std::string read(const char* name) const {
    std::ifstream in(root_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  std::filesystem::path path(const char* name) const { return root_ / name; }

  generator_settings settings;
  version_record head;

private:
  std::filesystem::path root_;
};

} // namespace

TEST_CASE("the next header carries the version before it on", "[generator_cli]") {
  CHECK(next_header(version_five(), "acme::schema", "more \"words\"") ==
        "// What version 6 changes.\n"
        "#pragma once\n"
        "\n"
        "#include \"v5.hpp\"\n"
        "\n"
        "namespace acme::schema::v6 {\n"
        "using namespace strata::dsl;\n"
        "\n"
        "inline constexpr auto version = schema_version(6, \"more \\\"words\\\"\", "
        "since(v5::version));\n"
        "\n"
        "} // namespace acme::schema::v6\n");
}

TEST_CASE("a long title is broken as clang-format breaks it", "[generator_cli]") {
  const auto line = [](std::size_t length) {
    const std::string text = next_header(version_five(), "s", std::string(length, 'x'));
    const std::size_t begin = text.find("inline");
    return text.substr(begin, text.find("\n\n", begin) - begin);
  };
  CHECK(line(10) ==
        "inline constexpr auto version = schema_version(6, \"xxxxxxxxxx\", since(v5::version));");
  CHECK(line(30) == "inline constexpr auto version =\n    schema_version(6, \"" +
                        std::string(30, 'x') + "\", since(v5::version));");
  CHECK(line(60) == "inline constexpr auto version = schema_version(\n    6, \"" +
                        std::string(60, 'x') + "\", since(v5::version));");
}

TEST_CASE("the line to add is the last version's with another number", "[generator_cli]") {
  const auto next = [](const std::string& text) { return line_after(text, 5, 6).next; };
  CHECK(next("VERSIONS\n    \"${PROJECT_SOURCE_DIR}/schema/v5.hpp\"\n") ==
        "\"${PROJECT_SOURCE_DIR}/schema/v6.hpp\"");
  CHECK(next("f(x VERSIONS schema/v4.hpp schema/v5.hpp)") == "schema/v6.hpp");
  CHECK(line_after("a\nf(v5.hpp)\n# v5.hpp\n", 5, 6).number == 2);
  CHECK(line_after("v15.hpp\n# v5.hpp\nv4.hpp", 5, 6).number == 0);
}

TEST_CASE("a bump writes the header and says which line to add", "[generator_cli]") {
  const project of;
  of.write("CMakeLists.txt", "strata_add_schema(shop_schema\n  VERSIONS schema/v5.hpp)\n");
  CHECK(bump(of.settings, of.head, "") ==
        "schema/v6.hpp is written; add it to VERSIONS, after CMakeLists.txt:2\n"
        "    schema/v6.hpp\n");
  CHECK(of.read("schema/v6.hpp") == next_header(version_five(), "schema", ""));
}

TEST_CASE("where the list is not found the function is named", "[generator_cli]") {
  const project of;
  CHECK(bump(of.settings, of.head, "") ==
        "schema/v6.hpp is written; list it in VERSIONS of strata_add_schema(shop_schema …), after "
        "version 5's\n");
}

TEST_CASE("a header that is there is not written over", "[generator_cli]") {
  const project of;
  of.write("schema/v6.hpp", "mine");
  CHECK_THROWS_AS(bump(of.settings, of.head, ""), io_error);
  CHECK(of.read("schema/v6.hpp") == "mine");
}

TEST_CASE("the header goes where the last one is", "[generator_cli]") {
  project of;
  std::filesystem::create_directories(of.path("elsewhere"));
  of.head.version.where.file = of.path("elsewhere/v5.hpp").string();
  bump(of.settings, of.head, "");
  CHECK(std::filesystem::exists(of.path("elsewhere/v6.hpp")));
  of.write("schema/v5.hpp", "");
  bump(of.settings, of.head, "");
  CHECK(std::filesystem::exists(of.path("schema/v6.hpp")));
}
