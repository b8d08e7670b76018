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

TEST_CASE("a part names an index of its parent's", "[check]") {
  model::table parent = people;
  parent.descent.partitioned_by = "RANGE (id)";
  model::index whole;
  whole.name = "by_name";
  whole.keys.emplace_back().column = "name";
  whole.only_parent = true;
  parent.indexes = {whole};
  model::table partition;
  partition.name.name = "people_1";
  partition.descent.partition_of.name = "people";
  partition.descent.bounds = "DEFAULT";
  model::index part = whole;
  part.name = "part";
  part.only_parent = false;
  part.part_of = "by_name";
  partition.indexes = {part};
  CHECK(check_findings(schema_of({parent, partition})).empty());
  partition.indexes.front().part_of = "by_nmae";
  CHECK(check_findings(schema_of({parent, partition})) ==
        names{"0: [S136] index part of people_1 is a part of by_nmae, which is no index or key "
              "of its parent's; name one | did you mean by_name?"});
}

TEST_CASE("only a table with partitions has an index that they lack", "[check]") {
  model::table table = people;
  model::index& index = table.indexes.emplace_back();
  index.name = "by_name";
  index.keys.emplace_back().column = "name";
  index.only_parent = true;
  CHECK(check_findings(schema_of({table})) ==
        names{"0: [S137] index by_name is only_parent, and people has no partitions; leave it "
              "out, or partition the table"});
}
