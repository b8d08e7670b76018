// expect: S054_sequence_does_not_count_in_integers
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto s = sequence("s").counting_in(text);
#else
inline constexpr auto s = sequence("s").counting_in(integer);
#endif
