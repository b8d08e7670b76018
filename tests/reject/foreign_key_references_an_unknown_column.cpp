// expect: S027_foreign_key_references_an_unknown_column
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto teams = table("teams", column("id", bigint), primary_key("id"));
inline constexpr auto users =
    table("users", column("team", bigint), foreign_key("team").references(teams, "number"));
#else
inline constexpr auto teams = table("teams", column("id", bigint), primary_key("id"));
inline constexpr auto users =
    table("users", column("team", bigint), foreign_key("team").references(teams, "id"));
#endif
