// expect: S025_primary_key_column_is_nullable
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint).nullable(), primary_key("id"));
#else
inline constexpr auto users = table("users", column("id", bigint), primary_key("id"));
#endif
