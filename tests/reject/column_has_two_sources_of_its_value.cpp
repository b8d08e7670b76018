// expect: S015_column_has_two_sources_of_its_value
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint).identity().default_(1));
#else
inline constexpr auto users = table("users", column("id", bigint).identity());
#endif
