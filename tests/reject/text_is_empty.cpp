// expect: S004_text_is_empty
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint), check(""));
#else
inline constexpr auto users = table("users", column("id", bigint), check("id > 0"));
#endif
