// expect: S015_column_has_two_sources_of_its_value
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("n", integer).default_(1).generated("2"));
#else
inline constexpr auto users = table("users", column("n", integer).generated("2"));
#endif
