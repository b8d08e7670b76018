// expect: S040_without_names_a_column_that_is_not_there
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint), column("name", text));
inline constexpr auto later = users.without("nam");
#else
inline constexpr auto users = table("users", column("id", bigint), column("name", text));
inline constexpr auto later = users.without("name");
#endif
