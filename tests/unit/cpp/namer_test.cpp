// C++ spellings of names.
#include "codegen/cpp/namer.hpp"

#include "tests/support/catch.hpp"

using namespace strata::codegen;

TEST_CASE("a name that C++ takes stays as it is", "[cpp]") {
  CHECK(cpp_identifier("created_at") == "created_at");
  CHECK(cpp_identifier("createdAt2") == "createdAt2");
}

TEST_CASE("keywords and names that headers need get a trailing underscore", "[cpp]") {
  for (const char* name : {"class",
                           "new",
                           "and",
                           "requires",
                           "co_await",
                           "row",
                           "col",
                           "key",
                           "table",
                           "patch",
                           "new_row",
                           "std",
                           "strata",
                           "detail"}) {
    CHECK(cpp_identifier(name) == std::string(name) + "_");
    CHECK_FALSE(is_cpp_identifier(name));
  }
}

TEST_CASE("characters that C++ lacks become underscores", "[cpp]") {
  CHECK(cpp_identifier("in progress") == "in_progress");
  CHECK(cpp_identifier("2nd") == "_2nd");
  CHECK(cpp_identifier("") == "_");
  CHECK(cpp_identifier("caf\u00e9") == "caf_");
}

TEST_CASE("identifiers that belong to the compiler are avoided", "[cpp]") {
  CHECK(cpp_identifier("a__b") == "a_b");
  CHECK(cpp_identifier("_Order") == "Order");
  CHECK(cpp_identifier("_order") == "order");
}

TEST_CASE("a namespace is a folder", "[cpp]") {
  CHECK(namespace_folder("sentinel::db") == "sentinel/db");
  CHECK(namespace_folder("shop") == "shop");
}
