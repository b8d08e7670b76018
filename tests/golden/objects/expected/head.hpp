// The whole schema as version 1 (every kind) leaves it. Printed by Strata, for reading:
// changes belong into objects/v1.hpp and what it is based on.
#pragma once

#include <strata/schema.hpp>

namespace schema::head {
using namespace strata::dsl;

inline constexpr auto mood = enumeration("mood", "calm", "it's loud").comment("of a site");

inline constexpr auto cameras = table("cameras",
    column("id", bigint).identity(),
    column("site_id", uuid),
    column("name", text),
    column("name_length", integer).generated("length(name)"),
    column("photo", bytea).nullable(),
    primary_key("id"),
    foreign_key("site_id").references("sites", "id").on_delete(cascade).on_update(restrict_),
    index(expression("lower(name)")).unique());

inline constexpr auto kinds = table("kinds",
    column("id", integer),
    column("name", text),
    primary_key("id"),
    rows(columns("id", "name"),
         row(1, "dome"),
         row(2, "it's a bullet")));

inline constexpr auto sites = table("sites",
    column("id", uuid).default_(gen_random_uuid()),
    column("code", varchar(8)),
    column("mood", mood).default_("calm"),
    column("class", integer).default_(-1),
    column("area", numeric(10, 2)).nullable(),
    column("settings", jsonb).default_("{}"),
    column("tags", array(text)).nullable(),
    column("is_open", boolean).default_(true),
    column("opened_on", date).default_(current_date()),
    column("created_at", timestamptz).default_(now()),
    primary_key("id"),
    unique("code"),
    check("area > 0"),
    index(key("created_at").desc(), "code").where("is_open"))
    .comment("where cameras hang");

inline constexpr auto open_sites = view("open_sites",
    "SELECT id, code FROM sites WHERE is_open")
    .columns(column("id", uuid),
        column("code", varchar(8)))
    .depends_on("sites");

inline constexpr auto version = schema_version(1,
    "every kind",
    mood,
    cameras,
    kinds,
    sites,
    open_sites);

} // namespace schema::head
