// The generator's command line.
#include "codegen/cli/arguments.hpp"

#include "tests/support/catch.hpp"

using namespace strata::codegen;

namespace {

arguments parse(const std::vector<std::string>& given) { return parse_arguments({}, given); }

} // namespace

TEST_CASE("the command line overrides what the build compiled in", "[generator_cli]") {
  const arguments read =
      parse_arguments({"--name", "a", "--dialect", "postgresql", "--dialect", "sqlite"},
                      {"check", "--name", "b", "--dialect", "sqlite"});
  CHECK(read.command == command::check);
  CHECK(read.settings.name == "b");
  REQUIRE(read.settings.targets.size() == 1);
  CHECK(read.settings.targets[0].dialect == strata::model::dialect::sqlite);
}

TEST_CASE("minimum versions are numbered as the databases number themselves", "[generator_cli]") {
  const arguments read = parse({"check",
                                "--dialect",
                                "postgresql",
                                "--dialect",
                                "sqlite",
                                "--minimum-postgresql",
                                "15.2",
                                "--minimum-sqlite",
                                "3.40.1"});
  CHECK(read.settings.minimum_postgresql == 150002);
  CHECK(read.settings.targets[0].minimum_version == 150002);
  CHECK(read.settings.targets[1].minimum_version == 3040001);
}

TEST_CASE("a value that says nothing is refused on the command line", "[generator_cli]") {
  for (const char* option : {"--generated", "--name", "--title", "--from", "--dialect", "--out"}) {
    CAPTURE(option);
    CHECK_THROWS_AS(parse({"check", option, ""}), usage_error);
  }
  CHECK_NOTHROW(parse_arguments({"--title", ""}, {"check"})); // The build's may be empty.
  for (const char* value : {"-1", "2147483648", "1.5", "inf"}) {
    CAPTURE(value);
    CHECK_THROWS_AS(parse({"diff", "--from", value}), usage_error);
    CHECK_THROWS_AS(parse({"show", value}), usage_error);
  }
  for (const char* value : {"3.1000", "3000000", "-3", "3.", "nan"}) {
    CAPTURE(value);
    CHECK_THROWS_AS(parse({"check", "--minimum-sqlite", value}), usage_error);
  }
}

TEST_CASE("a version belongs to show and restate", "[generator_cli]") {
  CHECK(parse({"show", "3"}).version == 3);
  CHECK_FALSE(parse({"show"}).version);
  CHECK(parse({"restate", "12"}).version == 12);
  CHECK(parse({}).command == command::help);
}

TEST_CASE("diff, erd and bump have options of their own", "[generator_cli]") {
  const arguments diff = parse({"diff", "--from", "3", "--to", "5", "--fast", "--json"});
  CHECK(diff.command == command::diff);
  CHECK(diff.from == 3);
  CHECK(diff.to == 5);
  CHECK(diff.fast);
  CHECK(diff.format == "json");
  CHECK(parse({"diff", "--from", "0"}).format == "sql");
  const arguments erd = parse({"erd", "4", "--format", "dot", "--out", "a.dot"});
  CHECK(erd.version == 4);
  CHECK(erd.file == "a.dot");
  CHECK(parse({"erd"}).format == "mermaid");
  CHECK(parse({"bump", "--title", "sites"}).title == "sites");
  CHECK(parse({"show", "3"}).format == "text");
}

TEST_CASE("what cannot be understood is refused", "[generator_cli]") {
  const auto words = GENERATE(as<std::vector<std::string>>{},
                              std::vector<std::string>{"dance"},
                              std::vector<std::string>{"check", "3"},
                              std::vector<std::string>{"restate"},
                              std::vector<std::string>{"show", "three"},
                              std::vector<std::string>{"generate"},
                              std::vector<std::string>{"diff"},
                              std::vector<std::string>{"diff", "--from", "x"},
                              std::vector<std::string>{"diff", "3", "--from", "1"},
                              std::vector<std::string>{"show", "--from", "1"},
                              std::vector<std::string>{"show", "--format", "svg"},
                              std::vector<std::string>{"erd", "--json"},
                              std::vector<std::string>{"check", "--json"},
                              std::vector<std::string>{"bump", "--out", "x"},
                              std::vector<std::string>{"seal", "--title", "x"},
                              std::vector<std::string>{"check", "--color", "red"},
                              std::vector<std::string>{"check", "--name"},
                              std::vector<std::string>{"check", "--dialect", "mysql"},
                              std::vector<std::string>{"check", "--minimum-sqlite", "3.x"});
  CHECK_THROWS_AS(parse(words), usage_error);
}
