// The order of actions, on actions alone.
#include "codegen/plan/graph.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/plan/actions.hpp"

#include <algorithm>

using namespace strata;
using namespace strata::testing;

namespace {

using lines = std::vector<std::string>;

lines ordered(std::vector<action> actions) {
  codegen::diagnostics found;
  const auto order = codegen::in_order(std::move(actions), found);
  CHECK(found.empty());
  return displayed(order);
}

action after(action of, const action& first) {
  of.after.push_back(first.id);
  return of;
}

} // namespace

TEST_CASE("what may run in any order runs by kind and name", "[plan]") {
  std::vector<action> all = {act(object_class::table, "b"),
                             act(object_class::table, "a"),
                             act(object_class::view, "c"),
                             act(object_class::column, "d")};
  const lines expected = {"add table a", "add table b", "add column d", "add view c"};
  std::ranges::sort(all, {}, [](const action& of) { return of.id.name; });
  do {
    CHECK(ordered(all) == expected);
  } while (
      std::ranges::next_permutation(all, {}, [](const action& of) { return of.id.name; }).found);
}

TEST_CASE("containers come first and go last, and drops wait", "[plan]") {
  CHECK(ordered({act(object_class::after_sql, "z"),
                 act(object_class::schema, "s", stage::remove),
                 act(object_class::table, "t", stage::remove),
                 act(object_class::index, "i", stage::remove),
                 act(object_class::table, "u", stage::rename),
                 act(object_class::table, "n"),
                 act(object_class::schema, "r"),
                 act(object_class::before_sql, "y")}) == lines{"add before SQL y",
                                                               "add schema r",
                                                               "add table n",
                                                               "add after SQL z",
                                                               "rename table u",
                                                               "drop index i",
                                                               "drop table t",
                                                               "drop schema s"});
}

TEST_CASE("an edge is stronger than any priority, whichever end says it", "[plan]") {
  const action drop = act(object_class::table, "a", stage::remove);
  CHECK(ordered({after(act(object_class::table, "a"), drop), drop}) ==
        lines{"drop table a", "add table a"});
  action first = act(object_class::view, "v");
  first.before = {{object_class::table, "t", stage::add}};
  CHECK(ordered({act(object_class::table, "t"), first}) == lines{"add view v", "add table t"});
}

TEST_CASE("an edge to what is not there is none", "[plan]") {
  CHECK(ordered({after(act(object_class::view, "v"), act(object_class::table, "none"))}) ==
        lines{"add view v"});
}

TEST_CASE("a column that is not added by itself comes with its table", "[plan]") {
  action user = act(object_class::enumeration, "e"); // Of a class that would go first.
  user.after = {{object_class::column,
                 "t\x1f"
                 "c",
                 stage::add}};
  CHECK(ordered({user, act(object_class::table, "t")}) ==
        lines{"add table t", "add enumeration e"});
}

TEST_CASE("a name is freed before another takes it", "[plan]") {
  action gone = act(object_class::table, "a", stage::remove);
  gone.frees = {"relation a"};
  action made = act(object_class::view, "a");
  made.takes = {"relation a"};
  CHECK(ordered({made, gone}) == lines{"drop table a", "add view a"});
}

TEST_CASE("several actions on one object keep the order in which they were made", "[plan]") {
  action first = act(object_class::enumeration, "e");
  first.statements.front().comment = "first";
  action second = first;
  second.statements.front().comment = "second";
  codegen::diagnostics found;
  const auto order = codegen::in_order({first, second}, found);
  REQUIRE(order.size() == 2);
  CHECK(order.front().statements.front().comment == "first");
}

TEST_CASE("what needs a later phase moves there", "[plan]") {
  const action renamed = act(object_class::table, "t", stage::rename);
  codegen::diagnostics found;
  const auto order = codegen::in_order(
      {after(act(object_class::view, "v"), renamed), renamed, act(object_class::table, "n")},
      found);
  CHECK(displayed(order) == lines{"add table n", "rename table t", "add view v"});
  CHECK(order.front().phase == rollout_phase::expand);
  CHECK(order.back().phase == rollout_phase::contract);
}

TEST_CASE("a circle is reported with its members, and nothing else", "[plan]") {
  const action a = act(object_class::view, "a");
  const action b = act(object_class::view, "b");
  codegen::diagnostics found;
  const auto order =
      codegen::in_order({after(a, b), after(b, a), act(object_class::table, "free")}, found);
  CHECK(order.empty());
  REQUIRE(found.sorted().size() == 1);
  const codegen::finding circle = found.sorted().front();
  CHECK(circle.code == "S301");
  CHECK(circle.message.find("add view a") != std::string::npos);
  CHECK(circle.message.find("add view b") != std::string::npos);
  CHECK(circle.message.find("free") == std::string::npos);
}
