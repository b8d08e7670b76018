// expect: S017_identity_option_without_identity
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint).start(100));
#else
inline constexpr auto users = table("users", column("id", bigint).identity().start(100));
#endif
