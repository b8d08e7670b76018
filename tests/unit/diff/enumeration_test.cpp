// Values of enumerations.
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

model::schema with(const names& values) {
  model::schema schema;
  schema.enumerations = {enumeration("e", values)};
  return schema;
}

} // namespace

TEST_CASE("added values have their places, in order", "[diff]") {
  CHECK(brief_diff(with({"a", "d"}), with({"a", "b", "c", "d", "e"})) ==
        names{"add_enum_value e b before d",
              "add_enum_value e c before d",
              "add_enum_value e e before "});
}

TEST_CASE("removed or reordered values replace the enumeration", "[diff]") {
  CHECK(brief_diff(with({"a", "b"}), with({"a"})) == names{"replace_enumeration e"});
  CHECK(brief_diff(with({"a", "b"}), with({"b", "a"})) == names{"replace_enumeration e"});
  CHECK(brief_diff(with({"a", "b"}), with({"c", "b"})) == names{"replace_enumeration e"});
}

TEST_CASE("a replaced enumeration has its comment set again", "[diff]") {
  model::schema before = with({"a", "b"});
  model::schema after = with({"a"});
  before.enumerations[0].comment = after.enumerations[0].comment = "letters";
  CHECK(brief_diff(before, after) == names{"replace_enumeration e", "set_comment e '' 'letters'"});
}
