// expect: S003_name_holds_a_nul_byte
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("us\0ers", column("id", bigint));
#else
inline constexpr auto users = table("users", column("id", bigint));
#endif
