// Views, functions and triggers.
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

const table t = table("t").with_id().with(column("a", integer)).with(column("b", text).null());

model::function function(std::string name, std::string parameters, std::string body) {
  model::function made;
  made.name.name = std::move(name);
  made.parameters = std::move(parameters);
  made.definition = sql(std::move(body));
  return made;
}

} // namespace

TEST_CASE("a view is made again when it changes, and the views over it", "[diff]") {
  model::schema before = schema_of({t});
  before.views = {view("v", sql("SELECT a FROM t"), {"t"}),
                  view("w", sql("SELECT a FROM v"), {"v"})};
  model::schema after = before;
  after.views[0].query = sql("SELECT a + 1 AS a FROM t");
  CHECK(brief_diff(before, after) ==
        names{"drop_view v", "create_view v", "drop_view w", "create_view w"});
}

TEST_CASE("a view is made again when columns change under it", "[diff]") {
  const auto with = [](const table& of) {
    model::schema schema = schema_of({of, table("other").with_id()});
    schema.views = {view("v", sql("SELECT b FROM t"), {"t"}),
                    view("calm", sql("SELECT id FROM other"), {"other"})};
    schema.views[0].comment = "b alone";
    return schema;
  };
  const names again = {"drop_view v", "create_view v", "set_comment v '' 'b alone'"};
  const auto ends_with_again = [&](names operations) {
    return operations.size() >= again.size() &&
           std::equal(again.rbegin(), again.rend(), operations.rbegin());
  };
  CHECK(ends_with_again(
      brief_diff(with(t), with(t.changed([](table& c) { c.columns[1] = column("a", bigint); })))));
  CHECK(ends_with_again(brief_diff(
      with(t), with(t.changed([](table& c) { c.columns.erase(c.columns.begin() + 1); })))));
  CHECK(ends_with_again(brief_diff(with(t),
                                   with(t.changed([](table& c) { c.columns[1].name = "x"; })),
                                   transition().rename_column("t", "a", "x"))));
  CHECK(brief_diff(with(t), with(t.with(column("n", text).null()))) == names{"add_column t.n"});
}

TEST_CASE("what is said of a view's columns changes with the view in place", "[diff]") {
  model::schema before = schema_of({t});
  before.views = {view("v", sql("SELECT a, b FROM t"), {"t"})};
  before.views[0].columns = {column("a", integer).says("it"), column("b", text).says("that")};
  model::schema after = before;
  after.views[0].columns = {column("a", integer).says("this"), column("id", bigint).says("new")};
  CHECK(brief_diff(before, after) == names{"set_comment v.b 'that' ''",
                                           "set_comment v.a 'it' 'this'",
                                           "set_comment v.id '' 'new'"});
  after.views[0].query = sql("SELECT a, id FROM t");
  CHECK(brief_diff(before, after) == names{"drop_view v",
                                           "create_view v",
                                           "set_comment v.a '' 'this'",
                                           "set_comment v.id '' 'new'"});
}

TEST_CASE("a view whose columns have other names is made again", "[diff]") {
  model::schema before = schema_of({t});
  before.views = {view("v", sql("SELECT a FROM t"), {"t"})};
  model::schema after = before;
  after.views[0].column_names = {"x"};
  CHECK(brief_diff(before, after) == names{"drop_view v", "create_view v"});
}

TEST_CASE("a view of everything is made again for a new column", "[diff]") {
  const auto with = [](const table& of) {
    model::schema schema = schema_of({of});
    schema.views = {view("v", sql("SELECT * FROM t"), {"t"})};
    return schema;
  };
  CHECK(brief_diff(with(t), with(t.with(column("n", text).null()))) ==
        names{"add_column t.n", "drop_view v", "create_view v"});
}

TEST_CASE("a materialized view's indexes are operations of their own", "[diff]") {
  model::schema before = schema_of({t});
  before.views = {view("m", sql("SELECT a FROM t"), {"t"})};
  before.views[0].materialized = true;
  model::schema after = before;
  after.views[0].indexes = {index({"a"})};
  CHECK(brief_diff(before, after) == names{"create_index m.m_a_idx"});
  after.views[0].query = sql("SELECT a, b FROM t");
  CHECK(brief_diff(before, after) ==
        names{"drop_view m", "create_view m", "create_index m.m_a_idx"});
}

TEST_CASE("a function is replaced, or made again for other parameters", "[diff]") {
  model::schema before;
  before.functions = {function("f", "a integer", "RETURNS integer LANGUAGE sql AS 'SELECT 1'")};
  model::schema after = before;
  after.functions[0].definition = sql("RETURNS integer LANGUAGE sql AS 'SELECT 2'");
  CHECK(brief_diff(before, after) == names{"replace_function f"});
  after.functions[0].parameters = "a bigint";
  CHECK(brief_diff(before, after) == names{"drop_function f", "create_function f"});
}

TEST_CASE("a function that returns another type is made again, and its triggers", "[diff]") {
  model::schema before = schema_of({t});
  before.functions = {function("f", "", "RETURNS trigger LANGUAGE plpgsql AS ''")};
  before.triggers = {trigger("g", "t", sql("AFTER INSERT"), sql("EXECUTE FUNCTION f()"))};
  before.triggers[0].depends_on = {{{}, "f"}};
  model::schema after = before;
  after.functions[0].definition = sql("RETURNS event_trigger LANGUAGE plpgsql AS ''");
  CHECK(brief_diff(before, after) ==
        names{"drop_function f", "create_function f", "drop_trigger t.g", "create_trigger t.g"});
}

TEST_CASE("a changed trigger is made again", "[diff]") {
  model::schema before = schema_of({t});
  before.triggers = {trigger("g", "t", sql("AFTER INSERT"), sql("SELECT 1"))};
  model::schema after = before;
  after.triggers[0].events = sql("AFTER UPDATE");
  CHECK(brief_diff(before, after) == names{"drop_trigger t.g", "create_trigger t.g"});
  after.triggers.clear();
  CHECK(brief_diff(before, after) == names{"drop_trigger t.g"});
}
