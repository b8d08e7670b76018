// expect: S005_option_given_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", text).nullable().nullable());
#else
inline constexpr auto users = table("users", column("id", text).nullable());
#endif
