// Ties accessors to the migrations of the same schema. Printed by Strata.
#pragma once

namespace golden::objects::detail {

/// Only this schema's migrations define it: stale halves of a program do not link.
extern const char strata_schema_5ee746c5d72f08c3;

inline constexpr const char* schema_mark = &strata_schema_5ee746c5d72f08c3;

} // namespace golden::objects::detail

// The headers beside this one: 7358667c41f43e3d
