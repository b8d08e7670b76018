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

live_schema schema_of(model::table table, const std::string& value) {
  live_schema live;
  live.default_schema = "public";
  live.schema.tables.push_back(std::move(table));
  model::enumeration& mood = live.schema.enumerations.emplace_back();
  mood.name = {"s", "mood"};
  mood.values = {value};
  return live;
}

const live_schema before = schema_of(table_of("users", "double_tap", "i"), "sad");
const live_schema after = schema_of(table_of("people", "gesture_nav", "k"), "blue");

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
  CHECK(found[0].kind == object_kind::table);
  CHECK(found[1] ==
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

TEST_CASE("a path or a name that is in neither schema is refused", "[tool]") {
  CHECK_THROWS_AS(renames({"users=persons"}), tool_usage_error);
  CHECK_THROWS_AS(renames({"users.nothing=gesture_nav"}), tool_usage_error);
  CHECK_THROWS_AS(renames({"other.users=people"}), tool_usage_error);
}
