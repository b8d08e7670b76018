// C++ spellings of texts.
#include "codegen/text/cpp_literal.hpp"

#include "tests/support/catch.hpp"

using namespace strata::codegen;

TEST_CASE("string literals read back as the text", "[text]") {
  CHECK(string_literal("a\"b\\c") == R"("a\"b\\c")");
  CHECK(string_literal("a\nb\tc") == R"("a\nb\tc")");
  CHECK(string_literal("\x01"
                       "1") == R"("\0011")");
  CHECK(string_literal("a?"
                       "?/b") == R"("a?\?/b")");
}

TEST_CASE("raw string literals choose a delimiter that the text does not hold", "[text]") {
  CHECK(raw_string_literal(R"("id")") == "R\"(\"id\")\"");
  CHECK(raw_string_literal("f(\"x\")\"") == "R\"sql(f(\"x\")\")sql\"");
  CHECK(raw_string_literal("a\rb") == string_literal("a\rb"));
}

TEST_CASE("a text that refuses every delimiter is one line with escapes", "[text]") {
  std::string hostile = ")\"";
  for (std::string delimiter = "sql"; delimiter.size() <= 16; delimiter += '_') {
    hostile += ")" + delimiter + "\"";
  }
  CHECK(raw_string_literal(hostile) == string_literal(hostile));
}
