// What docs/transitions.md shows, so that its examples compile.
#pragma once

#include <strata/schema.hpp>

namespace transitions {
using namespace strata::dsl;

inline constexpr auto first = schema_version(1);

// [renames]
inline constexpr auto renames = transition(
    rename_table("sites", "stations").because("the users' word"),
    rename_column("stations", "code", "sign").because("it is what is painted"),
    rename_constraint("stations", "sites_code_key", "one_sign").because("a clearer message"),
    rename_index("stations", "sites_name_idx", "stations_by_name").because("one style"),
    rename_view("open_sites", "open_stations").because("the users' word"),
    rename_trigger("stations", "touch", "touch_stations").because("one style"),
    rename_enumeration("site_kind", "station_kind").because("the users' word"),
    rename_enum_value("station_kind", "shop", "store").because("one spelling"),
    rename_table(qualified("hr", "people"), "staff").because("the users' word"));
// [renames]

// [drops]
inline constexpr auto drops =
    transition(drop_table("statistics").because("replaced by the view daily"),
               drop_column("cameras", "metadata").because("moved to camera_settings").down("'{}'"),
               drop_constraint("cameras", "cameras_dates").because("checked by the program"),
               drop_index("cameras", "cameras_serial_idx").because("never used"),
               drop_view("v_daily").because("replaced by daily"),
               drop_function("touch").because("done by the program"),
               drop_trigger("cameras", "touch_cameras").because("done by the program"),
               drop_enumeration("mood").because("unused"),
               drop_enum_value("camera_status", "lost").because("never stored"),
               drop_extension("uuid-ossp").because("gen_random_uuid() is built in"),
               drop_schema("legacy").because("empty since version 3"),
               drop_grant("orders", "UPDATE to clerk").because("done by the program"));
// [drops]

// [values]
inline constexpr auto values = transition(
    convert_column("readings", "at", "at at time zone 'UTC'").down("at at time zone 'UTC'"),
    backfill("cameras", "model", "'unknown'").without_triggers(),
    backfill("readings",
             "note",
             sql_for(postgresql, "data->>'note'", sqlite, "json_extract(data, '$.note')"))
        .where("note is null and at < '2020-01-01'")
        .down("null")
        .fires_triggers());
// [values]

// [hazards]
inline constexpr auto hazards = transition(
    accept(rewrites_table, "readings.at").because("two minutes on the largest installation"),
    accept(may_fail_on_data, "cameras/cameras_serial_once").because("checked by hand in May"),
    accept(breaks_old_writers, "cameras").because("writers are upgraded first"));
// [hazards]

// [statements]
inline constexpr auto statements =
    transition(before("delete from readings where camera_id is null").down("select 1").compatible(),
               after(sql_for(postgresql, "analyze readings")).down("select 1").compatible(),
               after("alter system set work_mem = '64MB'")
                   .down("alter system reset work_mem")
                   .outside_transaction()
                   .done_when("select current_setting('work_mem') = '64MB'"));
inline constexpr auto one_way = transition(irreversible("the old numbers are gone"), fast());
// [statements]

inline constexpr auto v2 = schema_version(2, since(first), renames);
inline constexpr auto v3 = schema_version(3, since(v2), drops);
inline constexpr auto v4 = schema_version(4, since(v3), values);
inline constexpr auto v5 = schema_version(5, since(v4), hazards);
inline constexpr auto v6 = schema_version(6, since(v5), statements);
inline constexpr auto v7 = schema_version(7, since(v6), one_way);
} // namespace transitions
