// expect: S023_key_names_an_unknown_column
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint), unique("id").include("name"));
#else
inline constexpr auto users =
    table("users", column("id", bigint), column("name", text), unique("id").include("name"));
#endif
