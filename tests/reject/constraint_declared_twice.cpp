// expect: S020_constraint_declared_twice
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users",
                                    column("id", bigint),
                                    check("id > 0").named("users_id"),
                                    unique("id").named("users_id"));
#else
inline constexpr auto users = table("users",
                                    column("id", bigint),
                                    check("id > 0").named("users_id_positive"),
                                    unique("id").named("users_id"));
#endif
