#include "src/runtime/history_form.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::detail;

namespace {

history_row form_row(std::string action, int version) {
  history_row made;
  made.id = 7;
  made.format = history_format;
  made.action = std::move(action);
  made.version = version;
  return made;
}

database_state form_state(int version) {
  database_state state;
  state.newest = 6;
  state.version = version;
  return state;
}

} // namespace

TEST_CASE("what a migrator writes has no fault", "[runtime]") {
  CHECK(fault_of(form_state(2), form_row("upgrade", 3)).empty());
  CHECK(fault_of(form_state(2), form_row("downgrade", 1)).empty());
  CHECK(fault_of(form_state(2), form_row("stamp", 9)).empty());
  auto step = form_row("step", 3);
  step.step = 1;
  CHECK(fault_of(form_state(2), step).empty());
  step.direction = "down";
  step.version = 2;
  CHECK(fault_of(form_state(2), step).empty());
}

TEST_CASE("versions come and go one at a time", "[runtime]") {
  CHECK(fault_of(form_state(2), form_row("upgrade", 4)) ==
        "says upgrade 4, and after the rows before it, which end at version 2, it should say 3: a "
        "row is missing, or was changed");
  CHECK_FALSE(fault_of(form_state(2), form_row("upgrade", 2)).empty());
  CHECK_FALSE(fault_of(form_state(2), form_row("downgrade", 0)).empty());
}

TEST_CASE("numbers and words of a row are bounded", "[runtime]") {
  CHECK_FALSE(fault_of(form_state(0), form_row("stamp", 2147483647)).empty());
  CHECK_FALSE(fault_of(form_state(0), form_row("stamp", -5)).empty());
  CHECK_FALSE(fault_of(form_state(0), form_row("adopt", 1)).empty());
  auto row = form_row("upgrade", 1);
  row.format = 2;
  CHECK(fault_of(form_state(0), row).find("newer Strata") != std::string::npos);
  row = form_row("upgrade", 1);
  row.id = 6;
  CHECK_FALSE(fault_of(form_state(0), row).empty());
}
