// SQL texts that still speak of what was renamed or dropped.
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

using namespace strata;
using namespace strata::testing;

TEST_CASE("a check that speaks of a renamed column must be declared anew", "[diff]") {
  const auto with = [](const std::string& name, const std::string& check) {
    return schema_of({table("t").with_id().with(column(name, integer)).check(sql(check), "c")});
  };
  const transition words = transition().rename_column("t", "amount", "total");
  CHECK(transition_findings(with("amount", "amount > 0"), with("total", "amount > 0"), words) ==
        names{"0: [S230] check c still speaks of t.amount, which is renamed to total; declare it "
              "anew"});
  CHECK(
      transition_findings(with("amount", "amount > 0"), with("total", "total > 0"), words).empty());
}

TEST_CASE("a view that speaks of a renamed or dropped column must be declared anew", "[diff]") {
  const auto with = [](const table& of, const std::string& query) {
    model::schema schema = schema_of({of, table("other").with(column("note", text).null())});
    schema.views = {view("v", sql(query), {"t"})};
    return schema;
  };
  const table before = table("t").with_id().with(column("note", text).null());
  const table after = table("t").with_id();
  const transition words = transition().drop_column("t", "note");
  CHECK(transition_findings(
            with(before, "SELECT note FROM t"), with(after, "SELECT note FROM t"), words) ==
        names{"0: [S230] view v still speaks of t.note, which is dropped; declare it anew"});
  CHECK(transition_findings(
            with(before, "SELECT note FROM t"), with(after, "SELECT id AS note FROM t"), words)
            .empty());
  model::schema joined = with(after, "SELECT note FROM t, other");
  joined.views[0].depends_on.push_back({{}, "other"});
  model::schema joined_before = with(before, "SELECT note FROM t, other");
  joined_before.views[0].depends_on.push_back({{}, "other"});
  CHECK(transition_findings(joined_before, joined, words).empty());
}

TEST_CASE("a trigger that speaks of a renamed table must be declared anew", "[diff]") {
  const auto with = [](const std::string& name, const std::string& action) {
    model::schema schema = schema_of({table(name).with_id()});
    schema.triggers = {trigger("g", name, sql("AFTER INSERT"), sql(action))};
    return schema;
  };
  const transition words = transition().rename_table("a", "b");
  CHECK(transition_findings(with("a", "DELETE FROM a"), with("b", "DELETE FROM a"), words) ==
        names{"0: [S230] trigger g still speaks of a, which is renamed to b; declare it anew"});
  CHECK(transition_findings(with("a", "DELETE FROM a"), with("b", "DELETE FROM b"), words).empty());
}
