// expect: S050_enum_value_declared_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto mood = enumeration("mood", "sad", "sad");
#else
inline constexpr auto mood = enumeration("mood", "sad", "ok");
#endif
