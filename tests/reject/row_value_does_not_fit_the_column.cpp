// expect: S033_row_value_does_not_fit_the_column
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto roles = table("roles", column("id", bigint), rows(columns("id"), row(null)));
#else
inline constexpr auto roles = table("roles", column("id", bigint), rows(columns("id"), row(1)));
#endif
