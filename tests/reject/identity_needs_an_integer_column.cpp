// expect: S016_identity_needs_an_integer_column
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", text).identity());
#else
inline constexpr auto users = table("users", column("id", integer).identity());
#endif
