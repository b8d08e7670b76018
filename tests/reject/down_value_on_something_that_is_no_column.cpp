// expect: S061_down_value_on_something_that_is_no_column
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto changes = transition(drop_table("users").because("unused").down("0"));
#else
inline constexpr auto changes = transition(drop_column("users", "age").because("unused").down("0"));
#endif
