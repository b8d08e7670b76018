// expect: S014_default_does_not_fit_the_column_type
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("seen", bigint).default_(now()));
#else
inline constexpr auto users = table("users", column("seen", timestamptz).default_(now()));
#endif
