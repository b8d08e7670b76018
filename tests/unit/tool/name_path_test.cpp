// Dotted names on a command line.
#include "codegen/tool/name_path.hpp"

#include "codegen/tool/tool_error.hpp"
#include "tests/support/catch.hpp"

using namespace strata::codegen;
using parts = std::vector<std::string>;

TEST_CASE("a path's parts stand between dots", "[tool]") {
  CHECK(split_name("public.users.double_tap") == parts{"public", "users", "double_tap"});
  CHECK(split_name("Users") == parts{"Users"});
}

TEST_CASE("a part in quotes may hold anything, a quote doubled", "[tool]") {
  CHECK(split_name(R"(a."b.c=d ""e""".f)") == parts{"a", R"(b.c=d "e")", "f"});
}

TEST_CASE("a change is cut at the first equals sign outside of quotes", "[tool]") {
  const name_change change = split_change(R"("a=b".c=d)");
  CHECK(change.from == parts{"a=b", "c"});
  CHECK(change.to == parts{"d"});
}

TEST_CASE("what is no path is refused", "[tool]") {
  for (const char* text : {"", "a.", ".a", "a..b", "\"a", "\"a\"b", "\"\""})
    CHECK_THROWS_AS(split_name(text), tool_usage_error);
  CHECK_THROWS_AS(split_change("a.b"), tool_usage_error);
  CHECK_THROWS_AS(split_change("a="), tool_usage_error);
}
