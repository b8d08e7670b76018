// expect: shelter::db::pets::table
// A condition on one table cannot choose the rows of another.
#include <shelter/db/owners.hpp>
#include <shelter/db/pets.hpp>

namespace owners = shelter::db::owners;
namespace pets = shelter::db::pets;

std::int64_t named(strata::queryable& db) {
#ifdef REJECT
  return owners::count(db, pets::col::called == "Rex");
#else
  return pets::count(db, pets::col::called == "Rex");
#endif
}
