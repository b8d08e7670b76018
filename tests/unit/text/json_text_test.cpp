// JSON as the tool prints it.
#include "codegen/text/json_text.hpp"

#include "tests/support/catch.hpp"

using strata::codegen::json_text;

TEST_CASE("members and elements are separated, and what JSON cannot hold is escaped", "[text]") {
  json_text out;
  out.begin('{').key("a").begin('[').string("x").boolean(false).end(']');
  out.key("b\"").string("c\\\n\x01").key("d").begin('{').end('}').end('}');
  CHECK(out.text() == R"({"a":["x",false],"b\"":"c\\\u000a\u0001","d":{}})");
}

TEST_CASE("numbers, lists of texts, and bytes that are no UTF-8", "[text]") {
  json_text out;
  out.begin('{')
      .key("n")
      .number(12)
      .member("t", "\xff")
      .member("l", std::vector<std::string>{"a", "b"})
      .end('}');
  CHECK(out.text() == "{\"n\":12,\"t\":\"\xef\xbf\xbd\",\"l\":[\"a\",\"b\"]}");
}
