// expect: S022_primary_key_declared_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users =
    table("users", column("a", bigint), column("b", bigint), primary_key("a"), primary_key("b"));
#else
inline constexpr auto users =
    table("users", column("a", bigint), column("b", bigint), primary_key("a", "b"));
#endif
