// expect: S014_default_does_not_fit_the_column_type
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto mood = enumeration("mood", "sad", "ok");
inline constexpr auto users = table("users", column("mood", mood).default_("happy"));
#else
inline constexpr auto mood = enumeration("mood", "sad", "ok");
inline constexpr auto users = table("users", column("mood", mood).default_("ok"));
#endif
