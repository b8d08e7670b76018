// expect: S071_since_names_a_version_that_is_not_earlier
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto v2 = schema_version(2);
inline constexpr auto version = schema_version(2, since(v2));
#else
inline constexpr auto v2 = schema_version(2);
inline constexpr auto version = schema_version(3, since(v2));
#endif
