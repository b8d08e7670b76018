// expect: S062_statement_outside_a_transaction_without_done_when
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto changes = transition(after("VACUUM").outside_transaction());
#else
inline constexpr auto changes =
    transition(after("VACUUM").outside_transaction().done_when("select true"));
#endif
