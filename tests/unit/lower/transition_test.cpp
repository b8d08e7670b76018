// Transitions of docs/transitions.md lowered, entry by entry.
#include "tests/unit/lower/lowered.hpp"
#include "tests/unit/lower/transitions_example.hpp"

using namespace strata;
using namespace strata::testing;
using model::object_kind;

TEST_CASE("renames lower with their owner, by its new name", "[lower]") {
  const auto renames = lower(transitions::v2).transition.renames;
  const std::vector<model::rename> expected = {
      {object_kind::table, {}, plain("sites"), "stations", "the users' word", {}},
      {object_kind::column, plain("stations"), plain("code"), "sign", "it is what is painted", {}},
      {object_kind::constraint,
       plain("stations"),
       plain("sites_code_key"),
       "one_sign",
       "a clearer message",
       {}},
      {object_kind::index,
       plain("stations"),
       plain("sites_name_idx"),
       "stations_by_name",
       "one style",
       {}},
      {object_kind::view, {}, plain("open_sites"), "open_stations", "the users' word", {}},
      {object_kind::trigger, plain("stations"), plain("touch"), "touch_stations", "one style", {}},
      {object_kind::enumeration, {}, plain("site_kind"), "station_kind", "the users' word", {}},
      {object_kind::enum_value, plain("station_kind"), plain("shop"), "store", "one spelling", {}},
      {object_kind::table, {}, {"hr", "people"}, "staff", "the users' word", {}},
  };
  CHECK(renames == expected);
}

TEST_CASE("drops lower with their reason and the value of the way down", "[lower]") {
  const auto drops = lower(transitions::v3).transition.drops;
  const std::vector<model::drop> expected = {
      {object_kind::table, {}, plain("statistics"), "replaced by the view daily", {}, {}},
      {object_kind::column,
       plain("cameras"),
       plain("metadata"),
       "moved to camera_settings",
       both("'{}'"),
       {}},
      {object_kind::constraint,
       plain("cameras"),
       plain("cameras_dates"),
       "checked by the program",
       {},
       {}},
      {object_kind::index, plain("cameras"), plain("cameras_serial_idx"), "never used", {}, {}},
      {object_kind::view, {}, plain("v_daily"), "replaced by daily", {}, {}},
      {object_kind::function, {}, plain("touch"), "done by the program", {}, {}},
      {object_kind::trigger,
       plain("cameras"),
       plain("touch_cameras"),
       "done by the program",
       {},
       {}},
      {object_kind::enumeration, {}, plain("mood"), "unused", {}, {}},
      {object_kind::enum_value, plain("camera_status"), plain("lost"), "never stored", {}, {}},
      {object_kind::extension, {}, plain("uuid-ossp"), "gen_random_uuid() is built in", {}, {}},
      {object_kind::schema, {}, plain("legacy"), "empty since version 3", {}, {}},
      {object_kind::grant,
       plain("orders"),
       plain("UPDATE to clerk"),
       "done by the program",
       {},
       {}},
  };
  CHECK(drops == expected);
}

TEST_CASE("conversions and backfills lower with their conditions", "[lower]") {
  const auto values = lower(transitions::v4).transition;
  CHECK(values.conversions == std::vector<model::conversion>{{plain("readings"),
                                                              "at",
                                                              both("at at time zone 'UTC'"),
                                                              both("at at time zone 'UTC'"),
                                                              {}}});
  using triggers = model::backfill::triggers;
  CHECK(values.backfills ==
        std::vector<model::backfill>{
            {plain("cameras"), "model", both("'unknown'"), {}, {}, triggers::do_not_fire, {}},
            {plain("readings"),
             "note",
             {"data->>'note'", "json_extract(data, '$.note')"},
             both("note is null and at < '2020-01-01'"),
             both("null"),
             triggers::fire,
             {}}});
}

TEST_CASE("accepted hazards lower by name", "[lower]") {
  const auto accepted = lower(transitions::v5).transition.acceptances;
  CHECK(accepted ==
        std::vector<model::acceptance>{
            {"rewrites_table", "readings.at", "two minutes on the largest installation", {}},
            {"may_fail_on_data", "cameras/cameras_serial_once", "checked by hand in May", {}},
            {"breaks_old_writers", "cameras", "writers are upgraded first", {}}});
}

TEST_CASE("the user's statements lower with what is said of them", "[lower]") {
  using timing = model::custom_sql::timing;
  const auto statements = lower(transitions::v6).transition.statements;
  CHECK(statements ==
        std::vector<model::custom_sql>{
            {timing::before,
             both("delete from readings where camera_id is null"),
             both("select 1"),
             true,
             true,
             {},
             {}},
            {timing::after, {"analyze readings", ""}, both("select 1"), true, true, {}, {}},
            {timing::after,
             both("alter system set work_mem = '64MB'"),
             both("alter system reset work_mem"),
             false,
             false,
             both("select current_setting('work_mem') = '64MB'"),
             {}}});
  const auto one_way = lower(transitions::v7).transition;
  CHECK(one_way.irreversible == "the old numbers are gone");
  CHECK(one_way.fast);
}
