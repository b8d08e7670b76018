// expect: S019_null_default_on_a_column_that_is_not_null
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("name", text).default_(null));
#else
inline constexpr auto users = table("users", column("name", text).default_(null).nullable());
#endif
