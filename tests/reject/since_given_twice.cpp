// expect: S072_since_given_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto v1 = schema_version(1);
inline constexpr auto version = schema_version(2, since(v1), since(v1));
#else
inline constexpr auto v1 = schema_version(1);
inline constexpr auto version = schema_version(2, since(v1));
#endif
