#include "codegen/cpp/wrap.hpp"

#include "codegen/cpp/comment.hpp"
#include "tests/support/catch.hpp"

using namespace strata::codegen;

namespace {

std::string signature(const std::string& name, const std::vector<std::string>& parameters) {
  text_writer to;
  print_signature(to, "row", name, parameters);
  return to.text();
}

} // namespace

TEST_CASE("what fits stays on one line", "[cpp]") {
  text_writer to;
  print_pieces(to, 0, {"a, ", "b, ", "c);"});
  CHECK(to.text() == "a, b, c);\n");
  CHECK(signature("find", {"int a", "int b"}) == "inline row find(int a, int b) {\n");
}

TEST_CASE("a line breaks between its pieces, and counts its indentation", "[cpp]") {
  const std::string long_piece(90, 'x');
  text_writer to;
  print_pieces(to, 0, {long_piece + ", ", "12345678);"});
  CHECK(to.text() == long_piece + ",\n    12345678);\n");
  text_writer narrow;
  print_pieces(narrow, 0, {std::string(91, 'x') + " ", "1234567;"});
  CHECK(narrow.text() == std::string(91, 'x') + " 1234567;\n");
  text_writer deeper;
  print_pieces(deeper, 2, {std::string(91, 'x') + " ", "1234567;"}, 2);
  CHECK(deeper.text() == std::string(91, 'x') + "\n  1234567;\n");
}

TEST_CASE("the parameters of a long signature stand below each other", "[cpp]") {
  const std::string type(40, 't');
  CHECK(signature("find", {type + " a", type + " b"}) ==
        "inline row find(" + type + " a,\n                " + type + " b) {\n");
  const std::string name(55, 'n');
  CHECK(signature(name, {type + " a", "int b"}) ==
        "inline row\n" + name + "(" + type + " a,\n" + std::string(56, ' ') + "int b) {\n");
  const std::string longer(70, 'n');
  CHECK(signature(longer, {type + " a", "int b"}) ==
        "inline row\n" + longer + "(\n    " + type + " a,\n    int b) {\n");
}

TEST_CASE("a long comment breaks between words", "[cpp]") {
  std::string text;
  for (int i = 0; i < 30; ++i) {
    text += "word" + std::to_string(i) + ' ';
  }
  text_writer to;
  print_comment(to, text);
  const std::string printed = to.text();
  CHECK(printed.starts_with("/// word0 word1 "));
  CHECK(printed.find(" \n") == std::string::npos);
  for (std::size_t at = 0; at < printed.size();) {
    const auto end = printed.find('\n', at);
    CHECK(end - at <= line_width);
    at = end + 1;
  }
  text_writer lines;
  print_comment(lines, "one\n\ntwo \\");
  CHECK(lines.text() == "/// one\n///\n/// two \\.\n");
}
