// expect: S032_rows_declared_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto roles =
    table("roles", column("id", bigint), rows(columns("id"), row(1)), rows(columns("id"), row(2)));
#else
inline constexpr auto roles =
    table("roles", column("id", bigint), rows(columns("id"), row(1), row(2)));
#endif
