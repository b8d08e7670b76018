#include "src/runtime/array_text.hpp"

#include "tests/support/catch.hpp"

#include <strata/runtime/error.hpp>

#include <string>

using strata::parse_json_array;

namespace {

std::string only_text(std::string_view json) {
  return std::get<std::string>(parse_json_array(json, 1).items.at(0).scalar);
}

} // namespace

TEST_CASE("JSON's escapes are characters", "[runtime]") {
  CHECK(only_text(R"(["\u00e9\ud83d\ude00"])") == "\u00e9\U0001f600");
}

TEST_CASE("half a pair is no character of JSON", "[runtime]") {
  for (const char* json : {R"(["\ud83d"])",
                           R"(["\ud83dx"])",
                           R"(["\ude00"])",
                           R"(["\ud83d\u0041"])",
                           R"(["\ud83d\ud83d"])",
                           "[\"\xed\xa0\x80\"]",
                           "[\"\xc0\x80\"]",
                           "[\"\xff\"]"}) {
    CAPTURE(json);
    CHECK_THROWS_AS(only_text(json), strata::conversion_error);
  }
}

TEST_CASE("a text that is not UTF-8 goes into no JSON", "[runtime]") {
  const strata::detail::array_item list{
      .scalar = {}, .items = {{.scalar = std::string("\xff"), .items = {}}}, .is_array = true};
  CHECK_THROWS_AS(strata::json_array_text(list), strata::conversion_error);
}
