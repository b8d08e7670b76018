// Ties accessors to the migrations of the same schema. Printed by Strata.
#pragma once

namespace golden::kinds::detail {

/// Only this schema's migrations define it: stale halves of a program do not link.
extern const char strata_schema_e04e840b605b0cff;

inline constexpr const char* schema_mark = &strata_schema_e04e840b605b0cff;

} // namespace golden::kinds::detail

// The headers beside this one: 0d3bd85df0c79ebe
