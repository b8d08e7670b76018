// expect: S041_renamed_column_is_not_there
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint), column("name", text));
inline constexpr auto later = users.renamed_column("nam", "full_name");
#else
inline constexpr auto users = table("users", column("id", bigint), column("name", text));
inline constexpr auto later = users.renamed_column("name", "full_name");
#endif
