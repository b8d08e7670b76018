#include "src/runtime/migration_steps.hpp"

#include "tests/support/catch.hpp"

#include <string>

#include <strata/runtime/error.hpp>

using namespace strata;

TEST_CASE("a text is split at its markers and nowhere else", "[runtime]") {
  const auto steps = split_steps("-- about\n-- strata: step 1 [expand]\nA;\n -- strata: step 9\n\n"
                                 "-- strata: step 2 [contract] [loses-data]\nB;");
  REQUIRE(steps.size() == 2);
  CHECK(steps[0].sql == "A;\n -- strata: step 9\n\n");
  CHECK(steps[0].phase == phase::expand);
  CHECK_FALSE(steps[0].loses_data);
  CHECK(steps[1].number == 2);
  CHECK(steps[1].sql == "B;");
  CHECK(steps[1].phase == phase::contract);
  CHECK(steps[1].loses_data);
}

TEST_CASE("a text without markers has no steps", "[runtime]") {
  CHECK(split_steps("").empty());
  CHECK(split_steps("-- version 3, up\n").empty());
}

TEST_CASE("each attribute is read", "[runtime]") {
  const auto steps = split_steps(
      "-- strata: step 1 [data] [foreign-keys-off]\n"
      "-- strata: step 2 [expand] [no-transaction] [builds-index a b]\n"
      "-- strata: step 3 [contract] [no-transaction] [drops-index \"s\".\"i\"]\n"
      "-- strata: step 4 [data] [no-transaction] [done-when SELECT a[1] FROM t WHERE b = '] [']\n"
      "-- strata: step 5 [contract] [no-expand-form rename column a.b]\n");
  REQUIRE(steps.size() == 5);
  CHECK(steps[0].foreign_keys_off);
  CHECK(steps[0].in_transaction);
  CHECK_FALSE(steps[1].in_transaction);
  CHECK(steps[1].builds_index == "a b");
  CHECK(steps[2].drops_index == "\"s\".\"i\"");
  CHECK(steps[3].done_when == "SELECT a[1] FROM t WHERE b = '] ['");
  CHECK(steps[4].no_expand_form == "rename column a.b");
  CHECK(steps[3].no_expand_form.empty());
}

TEST_CASE("a marker of another form is refused", "[runtime]") {
  for (const char* text : {"-- strata: step 2 [expand]\n",
                           "-- strata: step 1 [expand]\n-- strata: step 3 [expand]\n",
                           "-- strata: step 1 [later]\n",
                           "-- strata: step 1 [expand] more\n",
                           "-- strata: step 1 [expand\n",
                           "-- strata: step one\n"}) {
    INFO(text);
    std::string code;
    try {
      split_steps(text);
    } catch (const migration_error& refused) {
      code = refused.facts().code;
    }
    CHECK(code == "R010");
  }
}
