// expect: S053_index_on_a_view_that_is_not_materialized
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto v = view("v", "select 1 as a").indexes(index("a"));
#else
inline constexpr auto v = materialized_view("v", "select 1 as a").indexes(index("a"));
#endif
