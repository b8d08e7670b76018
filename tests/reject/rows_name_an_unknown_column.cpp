// expect: S031_rows_name_an_unknown_column
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto roles = table("roles", column("id", bigint), rows(columns("name"), row("x")));
#else
inline constexpr auto roles = table("roles", column("name", text), rows(columns("name"), row("x")));
#endif
