// The versions of golden_objects, for the programs that carry them. Printed by Strata.
#pragma once

#include <strata/runtime/migrations.hpp>

namespace golden::objects {

/// The version that the accessors were made for.
inline constexpr int head_version = 1;

/// The oldest version whose programs still run on a database at the head.
inline constexpr int oldest_compatible = 1;

/// Every version's SQL, for strata::migrator and strata::cli::run.
extern const ::strata::migrations migrations;

} // namespace golden::objects
