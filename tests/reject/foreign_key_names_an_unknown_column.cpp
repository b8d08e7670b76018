// expect: S023_key_names_an_unknown_column
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users =
    table("users", column("team", bigint), foreign_key("teams").references("teams", "id"));
#else
inline constexpr auto users =
    table("users", column("team", bigint), foreign_key("team").references("teams", "id"));
#endif
