// expect: operator==
// The rows of one table are compared with a column of another.
#include <shelter/db/owners.hpp>
#include <shelter/db/visits.hpp>

namespace owners = shelter::db::owners;
namespace visits = shelter::db::visits;

std::int64_t own(strata::queryable& db) {
#ifdef REJECT
  return visits::count(db, visits::col::owner_id == owners::col::id);
#else
  return visits::count(db, visits::col::owner_id == visits::col::owner_id);
#endif
}
