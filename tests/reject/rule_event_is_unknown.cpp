// expect: S058_rule_event_is_unknown
#include <strata/schema.hpp>
using namespace strata::dsl;
#ifdef REJECT
inline constexpr auto r = rule("r", "t", "TRUNCATE", "DO INSTEAD NOTHING");
#else
inline constexpr auto r = rule("r", "t", "DELETE", "DO INSTEAD NOTHING");
#endif
