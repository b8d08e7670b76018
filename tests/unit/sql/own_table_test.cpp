// Columns that are named with their table in front.
#include "codegen/sql/own_table.hpp"

#include "tests/support/catch.hpp"

using strata::codegen::sql::without_own_table;

TEST_CASE("a column's own table is taken off in every quoting form", "[sql]") {
  for (const char* named : {"t.a > 0",
                            "T.a > 0",
                            "\"t\".a > 0",
                            "[t].a > 0",
                            "`t`.a > 0",
                            "main.t.a > 0",
                            "\"main\" . [t] /* its own */ . a > 0",
                            "t -- its own\n . a > 0"}) {
    INFO(named);
    CHECK(without_own_table(named, "t") == "a > 0");
  }
  CHECK(without_own_table("\"q\"\"t\".a + 1", "q\"t") == "a + 1");
  CHECK(without_own_table("a.a = a", "a") == "a = a");
}

TEST_CASE("what only looks like the table stays", "[sql]") {
  for (const char* text : {"b <> 't.a'",
                           "a > 0 -- t.a",
                           "a /* t.a */ > 0",
                           "other.t.a = 1",
                           "xt.a = t1.a",
                           "t",
                           "1.5 > a"}) {
    INFO(text);
    CHECK(without_own_table(text, "t") == text);
  }
  CHECK(without_own_table("a > 1.5", "1") == "a > 1.5");
}
