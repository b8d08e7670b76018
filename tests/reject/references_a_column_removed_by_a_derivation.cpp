// expect: S027_foreign_key_references_an_unknown_column
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto teams = table("teams", column("id", bigint), column("code", text));
inline constexpr auto fewer = teams.without("code").with(column("year", integer));
inline constexpr auto users =
    table("users", column("team", text), foreign_key("team").references(fewer, "code"));
#else
inline constexpr auto teams = table("teams", column("id", bigint), column("code", text));
inline constexpr auto fewer = teams.without("id").with(column("year", integer));
inline constexpr auto users =
    table("users", column("team", text), foreign_key("team").references(fewer, "code"));
#endif
