// expect: S001_name_is_empty
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("", column("id", bigint));
#else
inline constexpr auto users = table("users", column("id", bigint));
#endif
