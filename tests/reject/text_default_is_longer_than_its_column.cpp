// expect: S014_default_does_not_fit_the_column_type
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("name", varchar(3)).default_("none"));
#else
inline constexpr auto users = table("users", column("name", varchar(4)).default_("none"));
#endif
