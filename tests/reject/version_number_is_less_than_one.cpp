// expect: S070_version_number_is_less_than_one
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto version = schema_version(0);
#else
inline constexpr auto version = schema_version(1);
#endif
