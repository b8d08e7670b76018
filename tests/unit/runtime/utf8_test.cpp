#include "src/runtime/utf8.hpp"

#include "tests/support/catch.hpp"

using strata::detail::character_length;
using strata::detail::is_utf8;

TEST_CASE("characters of every length are known", "[runtime]") {
  CHECK(character_length("a", 0) == 1);
  CHECK(character_length("\xc2\x80", 0) == 2);
  CHECK(character_length("\xe0\xa0\x80", 0) == 3);
  CHECK(character_length("\xed\x9f\xbf", 0) == 3);
  CHECK(character_length("\xee\x80\x80", 0) == 3);
  CHECK(character_length("\xf0\x90\x80\x80", 0) == 4);
  CHECK(character_length("\xf4\x8f\xbf\xbf", 0) == 4);
  CHECK(is_utf8("a\u00e9\u20ac\U0001f600"));
}

TEST_CASE("what is longer than it needs to be is no character", "[runtime]") {
  for (const char* text :
       {"\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xf0\x8f\xbf\xbf"}) {
    CHECK_FALSE(is_utf8(text));
  }
}

TEST_CASE("halves of UTF-16 pairs, and what is cut off or too large, are none", "[runtime]") {
  for (const char* text : {"\xed\xa0\x80",
                           "\xed\xbf\xbf",
                           "\xf4\x90\x80\x80",
                           "\xf5\x80\x80\x80",
                           "\xe2\x82",
                           "\xc3(",
                           "\x80",
                           "\xff"}) {
    CHECK_FALSE(is_utf8(text));
  }
}
