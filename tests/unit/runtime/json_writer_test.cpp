#include "src/runtime/json_writer.hpp"

#include "tests/support/catch.hpp"

#include <string>

using strata::detail::json_writer;

TEST_CASE("commas stand between members and elements, not after", "[runtime]") {
  json_writer out;
  out.begin_object();
  out.member("a", 1);
  out.key("b");
  out.begin_array();
  out.text_value("x");
  out.number_value(-2);
  out.begin_object();
  out.end_object();
  out.end_array();
  out.key("c");
  out.null_value();
  out.member("d", false);
  out.end_object();
  CHECK(out.text() == R"({"a": 1, "b": ["x", -2, {}], "c": null, "d": false})");
}

TEST_CASE("text is escaped", "[runtime]") {
  json_writer out;
  out.text_value(std::string_view("a\"b\\c\nd\te\rf\x01g\0h ü/", 19));
  CHECK(out.text() == R"("a\"b\\c\nd\te\rf\u0001g\u0000h ü/")");
}

TEST_CASE("a literal is text and not a truth value", "[runtime]") {
  json_writer out;
  out.begin_object();
  out.member("a", "no");
  out.member("b", true);
  out.end_object();
  CHECK(out.text() == R"({"a": "no", "b": true})");
}

TEST_CASE("bytes that are not UTF-8 do not break the text", "[runtime]") {
  json_writer out;
  out.text_value("a\xff\xc3(b\xe2\x82");
  CHECK(out.text() == "\"a\xef\xbf\xbd\xef\xbf\xbd(b\xef\xbf\xbd\xef\xbf\xbd\"");
}

TEST_CASE("overlong characters and halves of pairs do not get into the text", "[runtime]") {
  json_writer out;
  out.text_value("a\xed\xa0\x80"
                 "b\xc0\x80"
                 "c\xe0\x80\x80");
  const std::string replaced = "\xef\xbf\xbd";
  CHECK(out.text() == "\"a" + replaced + replaced + replaced + "b" + replaced + replaced + "c" +
                          replaced + replaced + replaced + "\"");
}
