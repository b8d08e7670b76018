// expect: S026_foreign_key_references_nothing
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users =
    table("users", column("team", bigint), foreign_key("team").on_delete(cascade));
#else
inline constexpr auto users = table(
    "users", column("team", bigint), foreign_key("team").references("teams").on_delete(cascade));
#endif
