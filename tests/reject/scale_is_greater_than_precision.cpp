// expect: S013_scale_is_greater_than_precision
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("balance", numeric(2, 3)));
#else
inline constexpr auto users = table("users", column("balance", numeric(3, 2)));
#endif
