// expect: S004_text_is_empty
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto changes = transition(drop_table("users").because(""));
#else
inline constexpr auto changes = transition(drop_table("users").because("unused"));
#endif
