// expect: S030_row_has_another_number_of_values_than_columns
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto roles =
    table("roles", column("id", bigint), column("name", text), rows(columns("id", "name"), row(1)));
#else
inline constexpr auto roles = table("roles",
                                    column("id", bigint),
                                    column("name", text),
                                    rows(columns("id", "name"), row(1, "admin")));
#endif
