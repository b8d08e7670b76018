// expect: S055_attribute_declared_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto t = composite_type("t", attribute("a", text), attribute("a", integer));
#else
inline constexpr auto t = composite_type("t", attribute("a", text), attribute("b", integer));
#endif
