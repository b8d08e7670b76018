// expect: shelter::db::owners::col
// A column that a later version dropped, or a misspelt one.
#include <shelter/db/owners.hpp>

namespace owners = shelter::db::owners;

bool lives_anywhere(strata::queryable& db) {
#ifdef REJECT
  return owners::count(db, owners::col::address == "north") > 0;
#else
  return owners::count(db, owners::col::site == "north") > 0;
#endif
}
