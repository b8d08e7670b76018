// expect: S052_view_column_declared_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto v =
    view("v", "select 1, 2").columns(column("a", integer), column("a", integer));
#else
inline constexpr auto v =
    view("v", "select 1, 2").columns(column("a", integer), column("b", integer));
#endif
