// Names and texts as both databases read them back.
#include "codegen/sql/quote.hpp"

#include "codegen/sql/mention.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/plan/sqlite_memory.hpp"

using namespace strata;
using codegen::sql::comment;
using codegen::sql::mentions;
using codegen::sql::quote;
using codegen::sql::quote_text;

TEST_CASE("hostile names and texts come back from SQLite as they were", "[sql]") {
  testing::sqlite_memory database;
  for (const std::string hostile : {"a\"b",
                                    "it's",
                                    "select",
                                    "a;b",
                                    "a\nb",
                                    "--",
                                    "/*",
                                    "ä€𝄞",
                                    "[x]",
                                    "`y`",
                                    "\\",
                                    "%s{}",
                                    " "}) {
    database.run("CREATE TABLE " + quote(hostile) + " (" + quote(hostile) + " TEXT)");
    database.run("INSERT INTO " + quote(hostile) + " VALUES (" + quote_text(hostile) + ")");
    CHECK(database.ask("SELECT " + quote(hostile) + " FROM " + quote(hostile)) == hostile);
    CHECK(database.ask("SELECT name FROM sqlite_schema") == hostile);
    database.run("DROP TABLE " + quote(hostile));
  }
}

TEST_CASE("a NUL is refused", "[sql]") {
  CHECK_THROWS_AS(quote(std::string("a\0b", 3)), codegen::sql::holds_nul);
  CHECK_THROWS_AS(quote_text(std::string("a\0b", 3)), codegen::sql::holds_nul);
}

TEST_CASE("a comment stays one, whatever it says", "[sql]") {
  CHECK(comment("one\nDROP TABLE t;\r\nthree") == "-- one\n-- DROP TABLE t;\n-- three");
}

TEST_CASE("a name is mentioned as a whole word, in any case", "[sql]") {
  CHECK(mentions("lower(Name) > 1", "name"));
  CHECK(mentions("\"name\" <> ''", "name"));
  CHECK(mentions("t.name", "name"));
  CHECK_FALSE(mentions("names > 1 AND surname = 2", "name"));
  CHECK_FALSE(mentions("", "name"));
}
