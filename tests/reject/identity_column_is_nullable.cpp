// expect: S018_identity_column_is_nullable
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint).identity().nullable());
#else
inline constexpr auto users = table("users", column("id", bigint).identity());
#endif
