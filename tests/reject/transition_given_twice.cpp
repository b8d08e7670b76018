// expect: S073_transition_given_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto version =
    schema_version(1, transition(before("select 1")), transition(after("select 2")));
#else
inline constexpr auto version =
    schema_version(1, transition(before("select 1"), after("select 2")));
#endif
