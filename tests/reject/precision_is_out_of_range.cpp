// expect: S012_precision_is_out_of_range
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("seen", timestamptz(7)));
#else
inline constexpr auto users = table("users", column("seen", timestamptz(6)));
#endif
