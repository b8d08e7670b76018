// expect: S021_index_declared_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users",
                                    column("id", bigint),
                                    column("name", text),
                                    index("id").named("users_idx"),
                                    index("name").named("users_idx"));
#else
inline constexpr auto users =
    table("users", column("id", bigint), column("name", text), index("id"), index("name"));
#endif
