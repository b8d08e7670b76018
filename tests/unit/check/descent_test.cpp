// Partitions and heirs.
#include "tests/support/catch.hpp"
#include "tests/support/checks.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

const auto people = table("people").with(column("name", text)).with(column("id", bigint));

model::table heir_of(const std::string& parent, const std::string& indexed) {
  model::table heir;
  heir.name.name = "managers";
  heir.descent.inherits = {{"", parent}};
  model::index& index = heir.indexes.emplace_back();
  index.keys.emplace_back().column = indexed;
  return heir;
}

} // namespace

TEST_CASE("an heir's keys may name columns of its parents", "[check]") {
  CHECK(check_findings(schema_of({people, heir_of("people", "name")})).empty());
  CHECK(check_findings(schema_of({people, heir_of("people", "nmae")})) ==
        names{"0: [S135] a key of managers names column nmae, which neither it nor what it "
              "descends from has; name one of its columns | did you mean name?"});
}

TEST_CASE("a table descends from one that exists", "[check]") {
  model::table partition;
  partition.name.name = "people_1";
  partition.descent.partition_of.name = "poeple";
  partition.descent.bounds = "DEFAULT";
  CHECK(check_findings(schema_of({people, partition})) ==
        names{"0: [S134] people_1 descends from poeple, which version 3 does not have; declare "
              "it, or correct the name | did you mean people?"});
}
