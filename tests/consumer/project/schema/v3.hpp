// Sites.
#pragma once

#include "v2.hpp"

namespace schema::v3 {
using namespace strata::dsl;

inline constexpr auto cameras = v1::cameras.with(column("site", text).nullable(), index("site"));

inline constexpr auto version = schema_version(3, "sites", since(v2::version), cameras);

} // namespace schema::v3
