// expect: is_ordered
// PostgreSQL sorts an enumeration by its declaration, SQLite by its text.
#include <shelter/db/owners.hpp>

namespace owners = shelter::db::owners;

std::vector<owners::row> sorted(strata::queryable& db) {
#ifdef REJECT
  return owners::select(db).order_by(owners::col::mood.asc()).all();
#else
  return owners::select(db).order_by(owners::col::name.asc()).all();
#endif
}
