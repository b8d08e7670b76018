// expect: S033_row_value_does_not_fit_the_column
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto roles = table("roles", column("id", smallint), primary_key("id"));
inline constexpr auto later = roles.with(rows(columns("id"), row(40000)));
#else
inline constexpr auto roles = table("roles", column("id", smallint), primary_key("id"));
inline constexpr auto later = roles.with(rows(columns("id"), row(30000)));
#endif
