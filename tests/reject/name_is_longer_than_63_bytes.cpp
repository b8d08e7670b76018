// expect: S002_name_is_longer_than_63_bytes
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users =
    table("a234567890123456789012345678901234567890123456789012345678901234", column("id", bigint));
#else
inline constexpr auto users =
    table("a23456789012345678901234567890123456789012345678901234567890123", column("id", bigint));
#endif
