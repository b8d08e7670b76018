// Reading SQLite's text: every form of quoting, and the one spelling.
#include "codegen/inspect/sqlite_tokens.hpp"
#include "tests/support/catch.hpp"

using namespace strata::codegen;
using kind = sqlite_token::kind;

namespace {

std::vector<std::string> values(std::string_view sql) {
  std::vector<std::string> all;
  for (const sqlite_token& each : tokenize_sqlite(sql))
    all.push_back(each.value);
  return all;
}

} // namespace

TEST_CASE("every form of quoting is read without its quotes", "[inspect]") {
  CHECK(values(R"(a "b""c" [d e] `f``g` 'h''i' x'00ff')") ==
        std::vector<std::string>{"a", "b\"c", "d e", "f`g", "h'i", "00ff"});
}

TEST_CASE("comments separate tokens and hide what they hold", "[inspect]") {
  CHECK(spell_sqlite("a/* ' ) \" */b -- ( '\n c") == "a b c");
  CHECK(spell_sqlite("'-- no comment' || '/* none */'") == "'-- no comment' || '/* none */'");
}

TEST_CASE("numbers are one token whatever their form", "[inspect]") {
  for (const char* number : {"1", "1.5", ".5", "1e-3", "1.5E+10", "0x1F", "12."}) {
    const auto tokens = tokenize_sqlite(number);
    REQUIRE(tokens.size() == 1);
    CHECK(tokens.front().of == kind::number);
  }
  CHECK(tokenize_sqlite("1-2").size() == 3);
}

TEST_CASE("a quotation that never ends runs to the end", "[inspect]") {
  CHECK(values("a 'b") == std::vector<std::string>{"a", "b"});
  CHECK(values("[b") == std::vector<std::string>{"b"});
  CHECK(tokenize_sqlite("/* a").empty());
}

TEST_CASE("texts that SQLite reads alike are spelled alike", "[inspect]") {
  CHECK(spell_sqlite("check ( \"a\"in( 1,2 ) )") == spell_sqlite("CHECK (a IN (1, 2))"));
  CHECK(spell_sqlite("`a`.[b]") == "a.b");
  CHECK(spell_sqlite("lower( a )") == "lower(a)");
  CHECK(spell_sqlite("a = - 1") == "a = -1");
  CHECK(spell_sqlite("a-1") == "a - 1");
}

TEST_CASE("a name keeps the quotes without which it would be something else", "[inspect]") {
  CHECK(spell_sqlite("\"order\"") == "\"order\"");
  CHECK(spell_sqlite("[two words]") == "\"two words\"");
  CHECK(spell_sqlite("\"1a\"") == "\"1a\"");
  CHECK(spell_sqlite("\"\"") == "\"\"");
  CHECK(spell_sqlite("\"a\"\"b\"") == "\"a\"\"b\"");
}

TEST_CASE("strings are never taken for names, nor names for strings", "[inspect]") {
  CHECK(spell_sqlite("'a'") != spell_sqlite("a"));
  CHECK(spell_sqlite("a AND 'x  y'") == "a AND 'x  y'");
}
