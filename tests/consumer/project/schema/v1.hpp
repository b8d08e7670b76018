// Cameras.
#pragma once

#include <strata/schema.hpp>

namespace schema::v1 {
using namespace strata::dsl;

inline constexpr auto cameras = table("cameras",
    column("id", bigint).identity(),
    column("name", varchar(100)),
    column("note", text).nullable(),
    primary_key("id"),
    unique("name"));

inline constexpr auto version = schema_version(1, "cameras", cameras);

} // namespace schema::v1
