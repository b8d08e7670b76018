// expect: operator==
// A number is asked whether it equals a text.
#include <shelter/db/owners.hpp>

namespace owners = shelter::db::owners;

std::int64_t first_class(strata::queryable& db) {
#ifdef REJECT
  return owners::count(db, owners::col::class_ == "first");
#else
  return owners::count(db, owners::col::class_ == 1);
#endif
}
