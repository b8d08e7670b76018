// expect: S060_reason_is_missing
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto changes = transition(accept(rewrites_table, "users.id"));
#else
inline constexpr auto changes =
    transition(accept(rewrites_table, "users.id").because("it is small"));
#endif
