// expect: S043_table_is_renamed_to_its_own_name
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint));
inline constexpr auto later = users.renamed("users");
#else
inline constexpr auto users = table("users", column("id", bigint));
inline constexpr auto later = users.renamed("people");
#endif
