// expect: S034_rows_name_a_column_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto roles =
    table("roles", column("id", bigint), rows(columns("id", "id"), row(1, 2)));
#else
inline constexpr auto roles = table("roles", column("id", bigint), rows(columns("id"), row(1)));
#endif
