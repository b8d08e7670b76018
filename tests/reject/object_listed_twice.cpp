// expect: S074_object_listed_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint));
inline constexpr auto later = users.with(column("name", text));
inline constexpr auto version = schema_version(1, users, later);
#else
inline constexpr auto users = table("users", column("id", bigint));
inline constexpr auto later = users.with(column("name", text));
inline constexpr auto version = schema_version(1, later);
#endif
