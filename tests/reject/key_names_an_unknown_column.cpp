// expect: S023_key_names_an_unknown_column
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint), index("name"));
#else
inline constexpr auto users = table("users", column("id", bigint), index("id"));
#endif
