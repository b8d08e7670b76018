// expect: S023_key_names_an_unknown_column
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint), primary_key("key"));
#else
inline constexpr auto users = table("users", column("id", bigint), primary_key("id"));
#endif
