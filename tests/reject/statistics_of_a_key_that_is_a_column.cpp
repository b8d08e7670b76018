// expect: S029_statistics_of_a_key_that_is_a_column
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto t = table("t", column("n", integer), index(key("n").statistics_target(500)));
#else
inline constexpr auto t =
    table("t", column("n", integer), index(expression("n + 1").statistics_target(500)));
#endif
