// expect: S010_column_declared_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint), column("id", text));
#else
inline constexpr auto users = table("users", column("id", bigint), column("email", text));
#endif
