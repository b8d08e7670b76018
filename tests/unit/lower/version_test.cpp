// Versions of docs/dsl.md lowered: other objects, derivations, places.
#include "tests/unit/lower/dsl_example.hpp"
#include "tests/unit/lower/lowered.hpp"

using namespace strata;
using namespace strata::testing;
using model::type_kind;

TEST_CASE("a version lowers with its number, its title and all objects in order", "[lower]") {
  const auto version = lower(example::v1::version);
  CHECK(version.number == 1);
  CHECK(version.title == "as found");
  CHECK_FALSE(version.since.has_value());
  CHECK(version.objects.size() == 10);
  CHECK(version.transition == model::transition{});

  model::enumeration status;
  status.name = plain("camera_status");
  status.values = {"active", "inactive", "retired"};
  status.comment = "where a camera stands";
  CHECK(object_of<model::enumeration>(version, 0) == status);
  CHECK(object_of<model::extension>(version, 5) == model::extension{"pg_trgm", "", "1.6", "", {}});
}

TEST_CASE("functions and triggers lower with their SQL and what they depend on", "[lower]") {
  const auto version = lower(example::v1::version);
  model::function touch;
  touch.name = plain("touch");
  touch.definition = both("RETURNS trigger LANGUAGE plpgsql AS $$\n"
                          "BEGIN NEW.note := 'touched'; RETURN NEW; END $$");
  touch.only = {true, false};
  CHECK(object_of<model::function>(version, 6) == touch);
  model::trigger trigger;
  trigger.name = "touch_readings";
  trigger.table = plain("readings");
  trigger.events = both("BEFORE UPDATE");
  trigger.action = both("FOR EACH ROW EXECUTE FUNCTION touch()");
  trigger.depends_on = {plain("touch")};
  trigger.only = {true, false};
  CHECK(object_of<model::trigger>(version, 7) == trigger);
}

TEST_CASE("views lower with their columns and indexes", "[lower]") {
  const auto version = lower(example::v1::version);
  model::view active;
  active.name = plain("active_cameras");
  active.query = both("select id, serial from cameras where status = 'active'");
  active.columns = {lowered_column("id", type_kind::uuid),
                    lowered_column("serial", type_kind::text)};
  active.column_names = {"id", "serial"};
  active.depends_on = {plain("cameras")};
  CHECK(object_of<model::view>(version, 8) == active);
  model::view daily;
  daily.name = {"reports", "daily"};
  daily.query = both("select at::date as day, count(*) as n from readings group by 1");
  daily.materialized = true;
  daily.columns = {lowered_column("day", type_kind::date), lowered_column("n", type_kind::bigint)};
  daily.indexes.resize(1);
  daily.indexes[0].keys.resize(1);
  daily.indexes[0].keys[0].column = "day";
  daily.indexes[0].unique = true;
  daily.depends_on = {plain("readings")};
  daily.only = {true, false};
  CHECK(object_of<model::view>(version, 9) == daily);
}

TEST_CASE("a derived table lowers to its own changes alone", "[lower]") {
  const auto version = lower(example::v2::version);
  CHECK(version.since == 1);
  REQUIRE(version.objects.size() == 2);

  model::table_change cameras;
  cameras.parent = plain("cameras");
  cameras.changes.name = plain("cameras");
  cameras.changes.comment = "what watches now";
  cameras.changes.columns = {lowered_column("model", type_kind::text)};
  cameras.changes.columns[0].nullable = true;
  cameras.changes.indexes.resize(1);
  cameras.changes.indexes[0].keys.resize(1);
  cameras.changes.indexes[0].keys[0].column = "model";
  cameras.removals = {{model::object_kind::column, "removed", {}},
                      {model::object_kind::constraint, "cameras_dates", {}}};
  CHECK(object_of<model::table_change>(version, 0) == cameras);

  model::table_change stations;
  stations.parent = plain("sites");
  stations.changes.name = plain("stations");
  stations.column_renames = {{"code", "sign", {}}};
  CHECK(object_of<model::table_change>(version, 1) == stations);
}

TEST_CASE("a derivation's parent is known by the place of its declaration", "[lower]") {
  const auto first = lower(example::v1::version);
  const auto second = lower(example::v2::version);
  const auto& parent = object_of<model::table>(first, 2).where;
  const auto& cameras = object_of<model::table_change>(second, 0);
  CHECK(model::is_same_position(cameras.derived_from, parent));
  CHECK_FALSE(model::is_same_position(cameras.where, parent));
  CHECK(parent.file.ends_with("tests/unit/lower/dsl_example.hpp"));
  CHECK(parent.line > 0);
}

namespace {

namespace chained {
using namespace strata::dsl;

constexpr auto one = table("t", column("a", text), column("b", text));
constexpr auto two = one.without("b").without_index("t_a_idx").with(column("c", text));
constexpr auto three = two.with(unique("c"));
constexpr auto version =
    schema_version(1, three, table("by_value", column("a", text)).strict(), transition(fast()));
} // namespace chained

} // namespace

TEST_CASE("a chain of derivations lowers its last link, rvalues lower as well", "[lower]") {
  const auto version = lower(chained::version);
  const auto& three = object_of<model::table_change>(version, 0);
  CHECK(three.changes.columns.empty());
  CHECK(three.removals.empty());
  REQUIRE(three.changes.uniques.size() == 1);
  CHECK(three.derived_from.line == chained::two.where.line());
  CHECK(object_of<model::table>(version, 1).strict);
  CHECK(version.transition.fast);
}
