// The lock's text: printed and read back the same, and refused where it is not of that form.
#include "codegen/lock/node.hpp"

#include "tests/support/catch.hpp"

using namespace strata::codegen;

namespace {

node leaf(std::string keyword, std::vector<std::string> words) {
  return {.keyword = std::move(keyword),
          .words = std::move(words),
          .text = std::nullopt,
          .children = {},
          .line = 0};
}

} // namespace

TEST_CASE("words, texts and children stand where a reader expects them", "[lock]") {
  node table = leaf("table", {"cameras"});
  node column = leaf("column", {"my name", "varchar(50)"});
  node comment = leaf("comment", {});
  comment.text = "it's \"here\"";
  column.children = {comment};
  table.children = {column};
  CHECK(print(table) == "table cameras\n"
                        "  column 'my name' varchar(50)\n"
                        "    comment \"it's \\\"here\\\"\"\n");
}

TEST_CASE("a text of several lines stands line by line", "[lock]") {
  node query = leaf("query", {});
  query.text = "SELECT 1\n  FROM t\n";
  CHECK(print(query) == "query\n  |SELECT 1\n  |  FROM t\n  |\n");
}

TEST_CASE("reading turns printing round for any text", "[lock]") {
  const std::string text = GENERATE(as<std::string>{},
                                    "",
                                    "plain",
                                    "'",
                                    "\"",
                                    "\\",
                                    "a\\nb",
                                    "\n",
                                    "a\nb",
                                    "\n\n",
                                    " | ",
                                    "|\n|",
                                    "tab\tand\rreturn",
                                    "\x01",
                                    "<<<<<<< ours",
                                    "größe");
  node object = leaf("object", {text, "second"});
  object.text = text;
  node child = leaf("child", {});
  child.text = text;
  object.children = {child, leaf("last", {text})};
  CHECK(parse_nodes(print(object)) == std::vector<node>{object});
}

TEST_CASE("what was not printed so is refused with its line", "[lock]") {
  const auto [text, line] = GENERATE(table<std::string, int>({
      {"a\n   b\n", 2},
      {"a\n    b\n", 2},
      {"a \"open\n", 1},
      {"a b\"c\n", 1},
      {"a \"x\" y\n", 1},
      {"a \"\\q\"\n", 1},
      {"|text\n", 1},
      {"a \n", 1},
  }));
  CAPTURE(text);
  try {
    parse_nodes(text);
    FAIL("was read");
  } catch (const unreadable& problem) {
    CHECK(problem.line() == line);
  }
}
