// Bytes of any database in a format that takes UTF-8.
#include "codegen/text/utf8.hpp"

#include "tests/support/catch.hpp"

using strata::codegen::one_line;
using strata::codegen::valid_utf8;

TEST_CASE("UTF-8 stays as it is", "[text]") {
  const std::string all = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\n";
  CHECK(valid_utf8(all) == all);
}

TEST_CASE("each byte that is no UTF-8 becomes U+FFFD", "[text]") {
  const std::string sign = "\xef\xbf\xbd";
  CHECK(valid_utf8("\xff") == sign);
  CHECK(valid_utf8("\xc0\x80") == sign + sign);            // overlong
  CHECK(valid_utf8("\xed\xa0\x80") == sign + sign + sign); // a surrogate
  CHECK(valid_utf8("\xef\xbf\xbf") == sign + sign + sign); // no character
  CHECK(valid_utf8("\xf4\x90\x80\x80").size() == 4 * 3);   // above all characters
  CHECK(valid_utf8("a\xe2\x82") == "a" + sign + sign);     // cut off
}

TEST_CASE("control characters become spaces on one line", "[text]") {
  CHECK(one_line("a\nb\tc\x7f\x01") == "a b c  ");
}
