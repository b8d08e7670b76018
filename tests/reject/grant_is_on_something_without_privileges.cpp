// expect: S057_grant_is_on_something_without_privileges
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto e = extension("pg_trgm");
inline constexpr auto g = grant("USAGE").on(e).to("app");
#else
inline constexpr auto g = grant("USAGE").on_schema("app").to("app");
#endif
