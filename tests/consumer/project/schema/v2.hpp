// Regions.
#pragma once

#include "v1.hpp"

namespace schema::v2 {
using namespace strata::dsl;

inline constexpr auto regions = table("regions",
    column("id", bigint).identity(),
    column("camera_id", bigint),
    column("polygon", jsonb).default_("[]"),
    primary_key("id"),
    foreign_key("camera_id").references(v1::cameras, "id").on_delete(cascade));

inline constexpr auto version = schema_version(2, "regions", since(v1::version), regions);

} // namespace schema::v2
