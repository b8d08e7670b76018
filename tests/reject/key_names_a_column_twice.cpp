// expect: S024_key_names_a_column_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint), unique("id", "id"));
#else
inline constexpr auto users = table("users", column("id", bigint), unique("id"));
#endif
