// expect: erase
// All rows are deleted only by who says so.
#include <shelter/db/owners.hpp>

namespace owners = shelter::db::owners;

std::int64_t clear(strata::queryable& db) {
#ifdef REJECT
  return owners::erase(db);
#else
  return owners::erase(db, strata::every_row);
#endif
}
