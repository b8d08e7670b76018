// expect: S028_foreign_key_references_another_number_of_columns
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users =
    table("users", column("team", bigint), foreign_key("team").references("teams", "id", "year"));
#else
inline constexpr auto users =
    table("users", column("team", bigint), foreign_key("team").references("teams", "id"));
#endif
