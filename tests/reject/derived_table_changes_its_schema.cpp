// expect: S044_derived_table_changes_its_schema
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto users = table("users", column("id", bigint));
inline constexpr auto later = users.in_schema("hr");
#else
inline constexpr auto users = table("users", column("id", bigint)).in_schema("hr");
inline constexpr auto later = users.with(column("name", text));
#endif
