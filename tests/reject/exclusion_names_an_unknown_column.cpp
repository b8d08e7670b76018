// expect: S023_key_names_an_unknown_column
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto stays =
    table("stays", column("room", bigint), exclude(with_operator("rooms", "=")));
#else
inline constexpr auto stays =
    table("stays", column("room", bigint), exclude(with_operator("room", "=")));
#endif
