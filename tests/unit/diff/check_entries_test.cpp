// Entries of a transition that match no change.
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

using namespace strata;
using namespace strata::testing;
using model::object_kind;

namespace {

const model::schema cameras =
    schema_of({table("cameras").with_id().with(column("name", text).null())});

names entries(const model::transition& words) {
  return transition_findings(cameras, cameras, words);
}

} // namespace

TEST_CASE("a rename of what is not there is a finding", "[diff]") {
  CHECK(
      entries(transition().rename_table("camera", "lenses")) ==
      names{R"(0: [S210] rename_table("camera", "lenses") renames nothing: version 1 has no table )"
            "camera; take it out or correct its name | did you mean cameras?"});
  CHECK(
      entries(transition().rename_column("cameras", "nam", "label")) ==
      names{R"(0: [S210] rename_column("cameras", "nam", "label") renames nothing: version 1 has )"
            "no column cameras.nam; take it out or correct its name | did you mean name?"});
}

TEST_CASE("a rename to what is not declared is a finding", "[diff]") {
  const table renamed = table("cameras").with_id();
  CHECK(transition_findings(cameras,
                            schema_of({renamed}),
                            transition().rename_column("cameras", "name", "label"))[0] ==
        R"(0: [S211] rename_column("cameras", "name", "label") leads to nothing: version 2 has no )"
        "column cameras.label; declare it under its new name");
}

TEST_CASE("a rename to a name in use takes two versions", "[diff]") {
  const names found = entries(transition().rename_column("cameras", "name", "id"));
  REQUIRE_FALSE(found.empty());
  CHECK(found[0] ==
        R"(0: [S212] rename_column("cameras", "name", "id") takes a name that version 1 )"
        "uses for another column; do it in two versions");
}

TEST_CASE("the owner of a renamed column goes by its new name", "[diff]") {
  const names found = transition_findings(
      cameras,
      schema_of({table("lenses").with_id().with(column("label", text).null())}),
      transition().rename_table("cameras", "lenses").rename_column("cameras", "name", "label"));
  CHECK(found ==
        names{R"(0: [S218] rename_column("cameras", "name", "label") calls cameras by its )"
              "former name; call it lenses"});
}

TEST_CASE("a drop of what is not there is a finding, and of what stays", "[diff]") {
  CHECK(entries(transition().drop(object_kind::view, {}, "v")) ==
        names{R"(0: [S213] drop_view("v") drops nothing: version 1 has no view v; take it out or )"
              "correct its name"});
  CHECK(entries(transition().drop_column("cameras", "name")) ==
        names{R"(0: [S214] drop_column("cameras", "name") does not come true: version 2 still )"
              "declares column cameras.name; take one of them out"});
}

TEST_CASE("drops and renames of constraints and indexes are matched by resolved names", "[diff]") {
  const table before =
      table("t").with_id().with(column("a", text)).unique({"a"}).with(index({"a"}));
  const table after = table("t").with_id().with(column("a", text)).with([] {
    model::index named = index({"a"});
    named.name = "by_a";
    return named;
  }());
  CHECK(transition_findings(schema_of({before}),
                            schema_of({after}),
                            transition()
                                .drop(object_kind::constraint, "t", "t_a_key")
                                .rename(object_kind::index, "t", "t_a_idx", "by_a"))
            .empty());
}

TEST_CASE("conversions and backfills of nothing are findings", "[diff]") {
  CHECK(
      entries(transition().convert("cameras", "name", sql("name"))) ==
      names{R"(0: [S215] convert_column("cameras", "name", …) converts nothing: the column's type )"
            "does not change; take it out or correct its names"});
  CHECK(entries(transition().backfill("cameras", "nmae", sql("''"))) ==
        names{R"(0: [S216] backfill("cameras", "nmae", sql("…")) fills nothing: version 2 has no )"
              "column cameras.nmae; take it out or correct its name | did you mean name?"});
  CHECK(transition_findings({}, cameras, transition().backfill("cameras", "name", sql("''"))) ==
        names{R"(0: [S216] backfill("cameras", "name", sql("…")) fills nothing: cameras is new in )"
              "version 2 and has no rows; take it out"});
  CHECK(entries(transition()
                    .backfill("cameras", "name", sql("'a'"))
                    .backfill("cameras", "name", sql("'b'"))) ==
        names{"0: [S217] the backfill of cameras.name is given twice; keep one"});
}
