// expect: operator<
// A number is asked whether it is less than a text.
#include <shelter/db/owners.hpp>

namespace owners = shelter::db::owners;

std::int64_t first_class(strata::queryable& db) {
#ifdef REJECT
  return owners::count(db, owners::col::class_ < owners::col::name);
#else
  return owners::count(db, owners::col::email < owners::col::name);
#endif
}
