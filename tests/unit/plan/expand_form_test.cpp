// What programs of two neighbouring versions cannot both live with.
#include "codegen/plan/expand_form.hpp"
#include "codegen/plan/phase.hpp"
#include "tests/support/catch.hpp"

using namespace strata;
using codegen::action;
using codegen::object_class;
using codegen::stage;
using codegen::without_expand_form;

namespace {

action made(object_class of, stage at, std::string name = "a") {
  action one;
  one.id = {of, std::move(name), at};
  one.phase = codegen::phase_of(of, at);
  return one;
}

} // namespace

TEST_CASE("renames and conversions in place have no expand form", "[plan]") {
  CHECK(without_expand_form(made(object_class::table, stage::rename)) == "rename table a");
  CHECK(without_expand_form(made(object_class::column,
                                 stage::rename,
                                 "a\x1f"
                                 "b")) == "rename column a.b");
  CHECK(without_expand_form(made(object_class::column, stage::alter)) == "alter column a");
  CHECK(without_expand_form(made(object_class::function, stage::alter)) == "alter function a");
}

TEST_CASE("what is replaced under its name has no expand form", "[plan]") {
  for (const auto of : {object_class::view, object_class::trigger, object_class::foreign_key}) {
    action gone = made(of, stage::remove);
    CHECK(without_expand_form(gone).empty());
    gone.sets_aside = true;
    CHECK(without_expand_form(gone).starts_with("replace "));
  }
  action index = made(object_class::index, stage::remove);
  index.sets_aside = true;
  CHECK(without_expand_form(index).empty());
}

TEST_CASE("a column that new rows could not be inserted without has no expand form", "[plan]") {
  action gone = made(object_class::column, stage::remove);
  CHECK(without_expand_form(gone).empty());
  gone.blocks_inserts = true;
  CHECK(without_expand_form(gone) == "drop column a");
}

TEST_CASE("what old programs survive and new ones need not wait for has an expand form", "[plan]") {
  CHECK(without_expand_form(made(object_class::column, stage::add)).empty());
  CHECK(without_expand_form(made(object_class::table, stage::remove)).empty());
  CHECK(without_expand_form(made(object_class::table_constraint, stage::add)).empty());
  CHECK(without_expand_form(made(object_class::index, stage::rename)).empty());
  action forgets = made(object_class::column, stage::add);
  forgets.phase = codegen::rollout_phase::contract;
  forgets.run(codegen::sql::drop_default{});
  CHECK(without_expand_form(forgets).empty());
}

TEST_CASE("what is added only when something made room has no expand form", "[plan]") {
  action late = made(object_class::table, stage::add);
  late.phase = codegen::rollout_phase::contract;
  CHECK(without_expand_form(late) == "add table a");
}

TEST_CASE("the words fit into a marker, whatever the name", "[plan]") {
  CHECK(without_expand_form(made(object_class::table, stage::rename, "a]\nb")) ==
        "rename table a??b");
}
