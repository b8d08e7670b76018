// expect: S063_rename_to_the_same_name
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto changes = transition(rename_table("users", "users").because("a typo"));
#else
inline constexpr auto changes = transition(rename_table("users", "people").because("clearer"));
#endif
