#include "src/runtime/embedded.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/runtime/versions.hpp"

#include <strata/runtime/error.hpp>

using namespace strata;
using namespace strata::detail;
using strata::testing::small;

TEST_CASE("versions are found by number", "[runtime]") {
  CHECK(find_version(small, 2)->fingerprint == "f2");
  CHECK(find_version(small, 4) == nullptr);
  CHECK_NOTHROW(require_version(small, 0));
  CHECK_THROWS_AS(require_version(small, 4), migration_error);
}

TEST_CASE("the oldest compatible program is the maximum over all versions", "[runtime]") {
  CHECK(oldest_compatible_at(small, 0) == 0);
  CHECK(oldest_compatible_at(small, 1) == 1);
  CHECK(oldest_compatible_at(small, 2) == 2);
  CHECK(oldest_compatible_at(small, 3) == 2); // Version 3 says 1, and 2 comes before it.
}

TEST_CASE("without a plain form the upward steps are one", "[runtime]") {
  CHECK(plain_form(script_for(small.versions[0], dialect::postgresql)) ==
        small.versions[0].scripts[0].up);
  CHECK(plain_form(script_for(small.versions[1], dialect::postgresql)) == "P;\n");
  CHECK_THROWS_AS(script_for(small.versions[0], dialect::sqlite), migration_error);
}

TEST_CASE("what was acknowledged is JSON", "[runtime]") {
  CHECK(acknowledged_json(small.versions[0]) == "[]");
  CHECK(acknowledged_json(small.versions[1]) ==
        R"([{"hazard": "data_loss", "object": "a.b", "because": "it was \"old\"\n"}])");
}

TEST_CASE("a checksum changes with the text", "[runtime]") {
  CHECK(script_checksum("a") == "af63dc4c8601ec8c"); // FNV-1a, as published.
  CHECK(script_checksum("a") != script_checksum("b"));
}
