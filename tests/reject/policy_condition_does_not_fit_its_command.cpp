// expect: S056_policy_condition_does_not_fit_its_command
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto p = policy("p", "t").for_select().with_check("true");
#else
inline constexpr auto p = policy("p", "t").for_select().using_("true");
#endif
