// expect: S033_row_value_does_not_fit_the_column
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto mood = enumeration("mood", "sad", "ok");
inline constexpr auto users =
    table("users", column("mood", mood), rows(columns("mood"), row("ok"), row("bad")));
#else
inline constexpr auto mood = enumeration("mood", "sad", "ok");
inline constexpr auto users =
    table("users", column("mood", mood), rows(columns("mood"), row("ok"), row("sad")));
#endif
