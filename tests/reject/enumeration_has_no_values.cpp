// expect: S051_enumeration_has_no_values
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto mood = enumeration("mood");
#else
inline constexpr auto mood = enumeration("mood", "ok");
#endif
