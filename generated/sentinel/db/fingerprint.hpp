// Ties accessors to the migrations of the same schema. Printed by Strata.
#pragma once

namespace sentinel::db::detail {

/// Only this schema's migrations define it: stale halves of a program do not link.
extern const char strata_schema_b6ccc4782939e86e;

inline constexpr const char* schema_mark = &strata_schema_b6ccc4782939e86e;

} // namespace sentinel::db::detail

// The headers beside this one: ed7aa28d08fe349a
