// Actions in order to steps, on values alone.
#include "codegen/plan/step.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/plan/actions.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

/// The statements of each step, joined by `+`.
std::vector<std::string> shape(const std::vector<codegen::step>& steps) {
  std::vector<std::string> all;
  for (const codegen::step& one : steps) {
    std::string& text = all.emplace_back();
    for (const auto& planned : one.statements) {
      const auto* own = std::get_if<codegen::sql::verbatim>(&planned.statement);
      text += (text.empty() ? "" : "+") + (own == nullptr ? "check" : own->text);
    }
  }
  return all;
}

using steps = std::vector<std::string>;

steps grouped(const std::vector<action>& ordered) { return shape(codegen::steps_of(ordered)); }

action opens(action of) {
  of.sets_aside = true;
  return of;
}

action closes(action of) {
  of.puts_back = true;
  return of;
}

action fill(std::string name, bool moves_no_key = false) {
  action made = act(object_class::column, std::move(name), stage::fill);
  made.phase = rollout_phase::contract;
  made.is_user_dml = true;
  made.moves_no_key = moves_no_key;
  return made;
}

action rebuild(std::string name) {
  return run_as(act(object_class::table, std::move(name), stage::alter), conduct::foreign_keys_off);
}

} // namespace

TEST_CASE("neighbours of one phase share a step", "[plan]") {
  CHECK(grouped({act(object_class::table, "a"), act(object_class::table, "b")}) == steps{"a+b"});
  CHECK(grouped({act(object_class::table, "a"), act(object_class::table, "b", stage::remove)}) ==
        steps{"a", "b"});
}

TEST_CASE("an action without statements makes no step", "[plan]") {
  action empty = act(object_class::table, "a");
  empty.statements.clear();
  CHECK(codegen::steps_of({empty}).empty());
}

TEST_CASE("what scans, and what runs in no transaction, stands alone", "[plan]") {
  for (const conduct how : {conduct::own_transaction, conduct::outside_transaction}) {
    const auto made = codegen::steps_of({act(object_class::table, "a"),
                                         run_as(act(object_class::table, "b"), how),
                                         act(object_class::table, "c")});
    CHECK(shape(made) == steps{"a", "b", "c"});
    CHECK(made.at(1).in_transaction == (how == conduct::own_transaction));
  }
}

TEST_CASE("neighbours of a group share a step of their own", "[plan]") {
  action one = run_as(act(object_class::enumeration, "a"), conduct::own_transaction);
  one.step_group = "values";
  action other = one;
  other.statements = act(object_class::enumeration, "b").statements;
  CHECK(grouped({one, other, act(object_class::table, "c")}) == steps{"a+b", "c"});
}

TEST_CASE("what is set aside is put back in the same step, whatever comes between", "[plan]") {
  const auto gone = opens(act(object_class::view, "-v", stage::remove));
  action back = closes(act(object_class::view, "-v"));
  back.phase = rollout_phase::contract;
  const auto between =
      run_as(act(object_class::column, "c", stage::alter), conduct::own_transaction);
  CHECK(grouped({act(object_class::table, "t", stage::rename), gone, between, back}) ==
        steps{"t", "-v+c+-v"});
}

TEST_CASE("the user's rows see foreign keys enforced", "[plan]") {
  CHECK(grouped({fill("f"), rebuild("t")}) == steps{"f", "t"});
  CHECK(grouped({rebuild("t"), fill("f")}) == steps{"t", "f"});
  CHECK_FALSE(codegen::steps_of({fill("f")}).front().foreign_keys_off);
}

TEST_CASE("no trigger is absent between steps for a backfill that no key follows", "[plan]") {
  const auto gone = opens(act(object_class::trigger, "g", stage::remove));
  action back = closes(act(object_class::trigger, "g"));
  back.phase = rollout_phase::contract;
  const auto made = codegen::steps_of({gone, fill("f", true), rebuild("t"), back});
  CHECK(shape(made) == steps{"g+f+t+g"});
  CHECK(made.front().foreign_keys_off);
  CHECK(grouped({gone, fill("f"), rebuild("t"), back}) == steps{"g+f", "t+g"});
}

TEST_CASE("a step says what its actions say", "[plan]") {
  action loses = act(object_class::table, "a", stage::remove);
  loses.loses_data = true;
  loses.no_expand_form = "drop table a";
  action builds = run_as(act(object_class::index, "i"), conduct::outside_transaction);
  builds.builds_index = "i";
  const auto made = codegen::steps_of({builds, loses});
  REQUIRE(made.size() == 2);
  CHECK(made[0].builds_index == "i");
  CHECK_FALSE(made[0].loses_data);
  CHECK(made[0].phase == rollout_phase::expand);
  CHECK(made[1].loses_data);
  CHECK(made[1].no_expand_form == "drop table a");
  CHECK(made[1].phase == rollout_phase::contract);
}

TEST_CASE("the plain form is one step but for what runs in no transaction", "[plan]") {
  const auto made = codegen::as_one_step(
      {act(object_class::table, "a"),
       run_as(act(object_class::column, "b", stage::alter), conduct::own_transaction),
       run_as(act(object_class::after_sql, "c"), conduct::outside_transaction),
       act(object_class::table, "d", stage::remove)});
  CHECK(shape(made) == steps{"a+b", "c", "d"});
}

TEST_CASE("deferred constraints are checked between rows and changes of tables", "[plan]") {
  auto made = codegen::steps_of({act(object_class::table, "a")});
  made.front().statements.push_back({codegen::sql::drop_table{{"", "t"}}, ""});
  codegen::check_deferred(made);
  REQUIRE(made.front().statements.size() == 3);
  CHECK(std::holds_alternative<codegen::sql::check_deferred_now>(
      made.front().statements[1].statement));
}
