// Ties accessors to the migrations of the same schema. Printed by Strata.
#pragma once

namespace golden::changes::detail {

/// Only this schema's migrations define it: stale halves of a program do not link.
extern const char strata_schema_f7fdad1af9105a31;

inline constexpr const char* schema_mark = &strata_schema_f7fdad1af9105a31;

} // namespace golden::changes::detail

// The headers beside this one: 7162c7324dd0ebaa
