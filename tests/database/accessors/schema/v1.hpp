// A table for each question that accessors must answer.
#pragma once

#include <strata/schema.hpp>

namespace accessor_schema::v1 {
using namespace strata::dsl;

inline constexpr auto mood = enumeration("mood", "calm", "in two minds", "new");

/// Every type that accessors know, not null and nullable.
inline constexpr auto samples =
    table("samples",
          column("id", bigint).identity(),
          column("small", smallint),
          column("medium", integer),
          column("large", bigint),
          column("single", real),
          column("twice", double_precision),
          column("exact", numeric),
          column("price", numeric(12, 2)),
          column("flag", boolean),
          column("words", text),
          column("short_words", varchar(20)),
          column("code", character(4)),
          column("data", bytea),
          column("day", date),
          column("clock", time_of_day),
          column("wall", timestamp),
          column("moment", timestamptz),
          column("span", interval),
          column("key", uuid).comment("a name that generated code uses itself"),
          column("document", json),
          column("tree", jsonb),
          column("feeling", mood),
          column("address", inet),
          column("network", cidr),
          column("hardware", macaddr),
          column("numbers", array(bigint)),
          column("texts", array(text)),
          column("moods", array(mood)),
          column("grid", array(array(integer))),
          column("maybe_small", smallint).nullable(),
          column("maybe_large", bigint).nullable(),
          column("maybe_twice", double_precision).nullable(),
          column("maybe_exact", numeric).nullable(),
          column("maybe_flag", boolean).nullable(),
          column("maybe_words", text).nullable(),
          column("maybe_data", bytea).nullable(),
          column("maybe_day", date).nullable(),
          column("maybe_clock", time_of_day).nullable(),
          column("maybe_wall", timestamp).nullable(),
          column("maybe_moment", timestamptz).nullable(),
          column("maybe_span", interval).nullable(),
          column("maybe_key", uuid).nullable(),
          column("maybe_tree", jsonb).nullable(),
          column("maybe_feeling", mood).nullable(),
          column("maybe_numbers", array(bigint)).nullable(),
          primary_key("id"));

/// Arrays of every type that has a form on both databases.
inline constexpr auto lists = table("lists",
                                    column("id", bigint).identity(),
                                    column("flags", array(boolean)),
                                    column("doubles", array(double_precision)),
                                    column("exacts", array(numeric)),
                                    column("days", array(date)),
                                    column("clocks", array(time_of_day)),
                                    column("walls", array(timestamp)),
                                    column("moments", array(timestamptz)),
                                    column("spans", array(interval)),
                                    column("keys", array(uuid)),
                                    column("trees", array(jsonb)),
                                    column("addresses", array(inet)),
                                    column("moods", array(mood)).nullable(),
                                    column("grid", array(array(bigint))).nullable(),
                                    primary_key("id"));

inline constexpr auto owners = table("owners",
                                     column("id", uuid).default_(gen_random_uuid()),
                                     column("name", text).comment("as it is shown"),
                                     column("email", varchar(100)),
                                     column("site", text).nullable(),
                                     column("mood", mood).default_("calm"),
                                     column("is_active", boolean).default_(true),
                                     column("created_at", timestamptz).default_(now()),
                                     column("class", integer).default_(1),
                                     primary_key("id"),
                                     unique("email"),
                                     unique("name", "site"),
                                     check(sql("class > 0")).named("owners_class_is_positive"));

inline constexpr auto pets =
    table("pets",
          column("owner_id", uuid),
          column("number", integer),
          column("name", text).as("called"),
          column("weight", numeric(8, 3)).nullable(),
          column("shouted", text).generated(sql("upper(name)")),
          column("price", bigint)
              .default_(0)
              .maps_to("money::cents", "\"tests/database/accessors/cents.hpp\""),
          primary_key("owner_id", "number"),
          foreign_key("owner_id").references(owners, "id").on_delete(cascade));

inline constexpr auto visits =
    table("visits",
          column("id", bigint).identity_always(),
          column("owner_id", uuid),
          column("number", integer),
          column("note", text).default_("none"),
          primary_key("id"),
          foreign_key("owner_id", "number").references(pets, "owner_id", "number"));

/// A table of which everything has a default.
inline constexpr auto ticks = table("ticks",
                                    column("id", bigint).identity(),
                                    column("at", timestamptz).default_(now()),
                                    primary_key("id"));

inline constexpr auto active_owners =
    view("active_owners", sql("SELECT id, name, class FROM owners WHERE is_active"))
        .columns(column("id", uuid), column("name", text), column("class", integer).nullable())
        .depends_on(owners);

inline constexpr auto version =
    schema_version(1, mood, samples, lists, owners, pets, visits, ticks, active_owners);

} // namespace accessor_schema::v1
