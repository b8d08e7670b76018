// expect: S060_reason_is_missing
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto changes = transition(drop_table("users"));
#else
inline constexpr auto changes = transition(drop_table("users").because("nobody signs in"));
#endif
