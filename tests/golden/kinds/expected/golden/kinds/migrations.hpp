// The versions of golden_kinds, for the programs that carry them. Printed by Strata.
#pragma once

#include <strata/runtime/migrations.hpp>

namespace golden::kinds {

/// The version that the accessors were made for.
inline constexpr int head_version = 2;

/// The oldest version whose programs still run on a database at the head.
inline constexpr int oldest_compatible = 2;

/// Every version's SQL, for strata::migrator and strata::cli::run.
extern const ::strata::migrations migrations;

} // namespace golden::kinds
