// expect: S060_reason_is_missing
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto changes = transition(rename_column("users", "a", "b"));
#else
inline constexpr auto changes = transition(rename_column("users", "a", "b").because("clearer"));
#endif
