// What a path of --rename names.
#include "codegen/tool/given_renames.hpp"

#include "codegen/tool/tool_error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::codegen;
using model::object_kind;

namespace {

model::table
table_of(const std::string& name, const std::string& column, const std::string& index) {
  model::table table;
  table.name.name = name;
  table.columns.emplace_back().name = column;
  table.indexes.emplace_back().name = index;
  table.primary_key = model::primary_key();
  table.primary_key->name = name + "_pkey";
  return table;
}

live_schema live_schema_of(model::table table, const std::string& value) {
  live_schema live;
  live.default_schema = "public";
  live.schema.tables.push_back(std::move(table));
  model::enumeration& mood = live.schema.enumerations.emplace_back();
  mood.name = {"s", "mood"};
  mood.values = {value};
  return live;
}

const live_schema before = live_schema_of(table_of("users", "double_tap", "i"), "sad");
const live_schema after = live_schema_of(table_of("people", "gesture_nav", "k"), "blue");

std::string refusal(const std::vector<std::string>& texts,
                    const live_schema& from = before,
                    const live_schema& to = after) {
  try {
    given_renames(texts, from, to);
  } catch (const tool_usage_error& problem) {
    return problem.what();
  }
  return "taken";
}

std::vector<model::rename> renames(const std::vector<std::string>& texts) {
  return given_renames(texts, before, after);
}

} // namespace

TEST_CASE("the kind of what a path names is found in the two schemas", "[tool]") {
  const auto found = renames({"public.users.double_tap=gesture_nav",
                              "users=people",
                              "users.i=k",
                              "public.users.users_pkey=people_pkey",
                              "s.mood.sad=blue"});
  REQUIRE(found.size() == 5);
  CHECK(found[1].kind == object_kind::table);
  CHECK(found[0] ==
        model::rename{
            object_kind::column, {{}, "people"}, {{}, "double_tap"}, "gesture_nav", {}, {}});
  CHECK(found[2].kind == object_kind::index);
  CHECK(found[3].kind == object_kind::constraint);
  CHECK(found[4] ==
        model::rename{object_kind::enum_value, {"s", "mood"}, {{}, "sad"}, "blue", {}, {}});
}

TEST_CASE("an index may be named by its schema alone, and an owner by its new name", "[tool]") {
  const auto found = renames({"users=people", "public.i=k", "people.double_tap=gesture_nav"});
  REQUIRE(found.size() == 3);
  CHECK(found[1].kind == object_kind::index);
  CHECK(found[2].owner == model::qualified_name{{}, "people"});
}

TEST_CASE("functions, sequences and types are renamed as tables are", "[tool]") {
  live_schema from;
  live_schema to;
  from.default_schema = to.default_schema = "public";
  for (const auto& [live, name] : {std::pair{&from, "a"}, std::pair{&to, "b"}}) {
    live->schema.functions.emplace_back().name = {{}, std::string("f_") + name};
    live->schema.sequences.emplace_back().name = {"s", std::string("s_") + name};
    model::domain& domain = live->schema.domains.emplace_back();
    domain.name.name = std::string("d_") + name;
    domain.checks.emplace_back().name = std::string("c_") + name;
    model::composite_type& composite = live->schema.composite_types.emplace_back();
    composite.name.name = std::string("t_") + name;
    composite.attributes.emplace_back().name = name;
    live->schema.views.emplace_back().name.name = std::string("v_") + name;
  }
  const auto found = given_renames({"public.f_a=public.f_b",
                                    "s.s_a=s.s_b",
                                    "d_a=d_b",
                                    "d_a.c_a=c_b",
                                    "type:t_a=t_b",
                                    "t_b.a=b",
                                    "v_a=v_b"},
                                   from,
                                   to);
  REQUIRE(found.size() == 7);
  const model::qualified_name nothing;
  CHECK(found[0] == model::rename{object_kind::function, nothing, {{}, "f_a"}, "f_b", {}, {}, ""});
  CHECK(found[1] == model::rename{object_kind::sequence, nothing, {"s", "s_a"}, "s_b", {}, {}});
  CHECK(found[2].kind == object_kind::domain);
  CHECK(found[3] ==
        model::rename{object_kind::constraint, {{}, "d_b"}, {{}, "c_a"}, "c_b", {}, {}});
  CHECK(found[4].kind == object_kind::composite_type);
  CHECK(found[5] == model::rename{object_kind::attribute, {{}, "t_b"}, {{}, "a"}, "b", {}, {}});
  CHECK(found[6].kind == object_kind::view);
}

TEST_CASE("the sequence of an identity column follows its column", "[tool]") {
  live_schema from;
  live_schema to;
  from.schema = testing::schema_of({testing::table("a").with_id()});
  to.schema = testing::schema_of({testing::table("b").with_id()});
  CHECK(given_renames({"a=b", "a_id_seq=b_id_seq"}, from, to).size() == 1);
}

TEST_CASE("a path that means several things wants its kind", "[tool]") {
  const live_schema from = live_schema_of(table_of("users", "x", "x"), "sad");
  const live_schema to = live_schema_of(table_of("users", "y", "y"), "sad");
  CHECK(refusal({"users.x=y"}, from, to) ==
        "--rename users.x=y: that may mean several; write column:users.x=y or index:users.x=y");
  const auto found = given_renames({"index:users.x=y"}, from, to);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == object_kind::index);
}

TEST_CASE("a refusal says which database lacks what, and what may be meant", "[tool]") {
  CHECK(refusal({"user=people"}) ==
        "--rename user=people: the first database has no user; did you mean users?");
  CHECK(refusal({"users=peple"}) ==
        "--rename users=peple: the second database has no table peple; did you mean people?");
  CHECK(refusal({"users=people", "users.double_tap=nothing"}) ==
        "--rename users.double_tap=nothing: the second database has no column nothing of people");
  CHECK(refusal({"view:users=people"}) ==
        "--rename view:users=people: the first database has no view users");
  CHECK(refusal({"public.users=other.people"}) ==
        "--rename public.users=other.people: a rename changes the last name alone; nothing moves "
        "to another schema or table");
}

TEST_CASE("a thing has one new name, and a name is one thing's", "[tool]") {
  live_schema from;
  live_schema to;
  from.schema = testing::schema_of({testing::table("a"), testing::table("b")});
  to.schema = testing::schema_of({testing::table("b"), testing::table("c")});
  CHECK(refusal({"a=b", "a=c"}, from, to) == "--rename a=c: it is renamed to b already");
  CHECK(given_renames({"a=b", "b=c", "a=b"}, from, to).size() == 2);
  live_schema one;
  one.schema = testing::schema_of({testing::table("c")});
  CHECK(refusal({"a=c", "b=c"}, from, one).find("would both be called c") != std::string::npos);
}

TEST_CASE("what loses its name to another is out of the way until it goes", "[tool]") {
  live_schema from;
  live_schema to;
  const auto y = testing::column("y", testing::text);
  from.schema = testing::schema_of(
      {testing::table("a").with(testing::column("x", testing::text)), testing::table("b").with(y)});
  to.schema = testing::schema_of({testing::table("b").with(y)});
  const auto found = given_renames({"a=b", "a.x=y"}, from, to);
  REQUIRE(found.size() == 3);
  CHECK(found[0].to == "b");
  CHECK(found[1].to == "y");
  CHECK(found[2].from.name == "b");
  CHECK(found[2].to == "b__strata_old");
}

TEST_CASE("one function of a name is told by the types of its arguments", "[tool]") {
  live_schema from;
  live_schema to;
  from.default_schema = to.default_schema = "public";
  for (const char* parameters : {"", "x integer DEFAULT 1", "x integer, OUT y text"}) {
    for (live_schema* each : {&from, &to}) {
      model::function& made = each->schema.functions.emplace_back();
      made.name.name = each == &from ? "f" : "g";
      made.parameters = parameters;
    }
  }
  const auto none = given_renames({"f()=g"}, from, to);
  REQUIRE(none.size() == 1);
  CHECK(none[0].parameters == "");
  CHECK(given_renames({"public.f(integer)=public.g(integer)"}, from, to).size() == 2);
  CHECK(given_renames({"f=g"}, from, to).size() == 3);
  CHECK(refusal({"f(text)=g"}, from, to).find("has no f(text)") != std::string::npos);
  CHECK(refusal({"f(integer)=g(text)"}, from, to).find("other arguments") != std::string::npos);
}

TEST_CASE("a path or a name that is in neither schema is refused", "[tool]") {
  CHECK_THROWS_AS(renames({"users=persons"}), tool_usage_error);
  CHECK_THROWS_AS(renames({"users.nothing=gesture_nav"}), tool_usage_error);
  CHECK_THROWS_AS(renames({"other.users=people"}), tool_usage_error);
}
