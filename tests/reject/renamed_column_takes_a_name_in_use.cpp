// expect: S042_renamed_column_takes_a_name_in_use
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("a", bigint), column("b", text));
inline constexpr auto later = users.renamed_column("a", "b");
#else
inline constexpr auto users = table("users", column("a", bigint), column("b", text));
inline constexpr auto later = users.renamed_column("b", "c").renamed_column("a", "b");
#endif
