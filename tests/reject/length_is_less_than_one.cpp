// expect: S011_length_is_less_than_one
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("name", varchar(0)));
#else
inline constexpr auto users = table("users", column("name", varchar(1)));
#endif
