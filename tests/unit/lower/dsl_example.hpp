// What docs/dsl.md shows, so that its examples compile.
#pragma once

#include <strata/schema.hpp>

namespace example::v1 {
using namespace strata::dsl;

// [enumeration]
inline constexpr auto camera_status =
    enumeration("camera_status", "active", "inactive", "retired").comment("where a camera stands");
// [enumeration]

// [columns]
inline constexpr auto sites = table(
    "sites",
    column("id", bigint).identity().start(1000).cache(10),
    column("code", varchar(12)).as("site_code"),
    column("name", text).default_("unnamed").comment("as painted"),
    column("area", numeric(10, 2)).nullable(),
    column("fee", numeric(8, 2)).default_("0.10"),
    column("open", boolean).default_(true),
    column("tags", array(text)).default_("{}"),
    column("position", type_named("geometry")).only(postgresql),
    column("path", type_named("ltree")).on_sqlite("TEXT"),
    column("area_code", text).generated("substr(code, 1, 2)"),
    column("seen_at", timestamptz(3)).default_(now()),
    column("token", text)
        .default_(sql_for(postgresql, "md5(random()::text)", sqlite, "lower(hex(randomblob(16)))")),
    column("price", bigint).maps_to("acme::cents", "<acme/money.hpp>"),
    primary_key("id"));
// [columns]

// [constraints]
inline constexpr auto cameras =
    table("cameras",
          column("id", uuid).default_(gen_random_uuid()),
          column("site_id", bigint),
          column("serial", text),
          column("status", camera_status).default_("active"),
          column("installed", date).nullable(),
          column("removed", date).nullable(),
          primary_key("id"),
          unique("site_id", "serial").named("cameras_serial_once").nulls_not_distinct(),
          check("removed is null or removed >= installed").named("cameras_dates"),
          foreign_key("site_id").references(sites, "id").on_delete(cascade).deferrable(),
          exclude(with_operator("site_id", "="), with_operator(sql("lower(serial)"), "="))
              .where("removed is null")
              .named("cameras_one_serial_in_use")
              .only(postgresql))
        .comment("what watches");
// [constraints]

// [indexes]
inline constexpr auto readings =
    table("readings",
          column("id", bigint).identity_always(),
          column("camera_id", uuid),
          column("at", timestamptz),
          column("note", text).nullable(),
          column("data", jsonb),
          primary_key("id"),
          foreign_key("camera_id").references(cameras, "id"),
          index("camera_id", desc("at").nulls_last()).include("note"),
          index(expression("lower(note)")).where("note is not null").named("readings_note_idx"),
          index(key("data").opclass("jsonb_path_ops")).using_method("gin").only(postgresql),
          index("at").unique().with_options("fillfactor = 70"));
// [indexes]

// [rows]
inline constexpr auto roles = table(
    "roles",
    column("id", integer),
    column("name", text),
    column("secret", bytea).nullable(),
    primary_key("id"),
    unique("name"),
    rows(columns("id", "name", "secret"), row(1, "admin", bytes("00FF")), row(2, "guest", null)));
// [rows]

// [objects]
inline constexpr auto trigrams = extension("pg_trgm").version("1.6");

inline constexpr auto touch = function("touch", "", R"(RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.note := 'touched'; RETURN NEW; END $$)")
                                  .only(postgresql);

inline constexpr auto touch_readings =
    trigger("touch_readings", readings, "BEFORE UPDATE", "FOR EACH ROW EXECUTE FUNCTION touch()")
        .depends_on(touch)
        .only(postgresql);

inline constexpr auto active_cameras =
    view("active_cameras", "select id, serial from cameras where status = 'active'")
        .columns(column("id", uuid), column("serial", text))
        .column_names("id", "serial")
        .depends_on(cameras);

inline constexpr auto daily =
    materialized_view("daily", "select at::date as day, count(*) as n from readings group by 1")
        .columns(column("day", date), column("n", bigint))
        .indexes(index("day").unique())
        .depends_on(readings)
        .in_schema("reports")
        .only(postgresql);
// [objects]

// [version]
inline constexpr auto version = schema_version(1,
                                               "as found",
                                               camera_status,
                                               sites,
                                               cameras,
                                               readings,
                                               roles,
                                               trigrams,
                                               touch,
                                               touch_readings,
                                               active_cameras,
                                               daily);
// [version]
} // namespace example::v1

// [derived]
namespace example::v2 {
using namespace strata::dsl;

inline constexpr auto cameras = v1::cameras.with(column("model", text).nullable(), index("model"))
                                    .without("removed")
                                    .without_constraint("cameras_dates")
                                    .comment("what watches now");
inline constexpr auto stations = v1::sites.renamed("stations").renamed_column("code", "sign");

inline constexpr auto version = schema_version(
    2,
    "stations",
    since(v1::version),
    cameras,
    stations,
    transition(rename_table("sites", "stations").because("the users' word"),
               rename_column("stations", "code", "sign").because("it is what is painted"),
               drop_column("cameras", "removed").because("kept in the log").down("null"),
               drop_constraint("cameras", "cameras_dates").because("its column is gone")));
} // namespace example::v2

// [derived]
