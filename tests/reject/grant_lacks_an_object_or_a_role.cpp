// expect: S059_grant_lacks_an_object_or_a_role
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto version = schema_version(1, grant("SELECT").on_table("t"));
#else
inline constexpr auto version = schema_version(1, grant("SELECT").on_table("t").to("app"));
#endif
