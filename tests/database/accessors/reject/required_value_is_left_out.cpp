// expect: required<std::
// What must be given is left out.
#include <shelter/db/owners.hpp>

namespace owners = shelter::db::owners;

owners::row add(strata::queryable& db) {
#ifdef REJECT
  const owners::new_row given{.name = "Anna"};
#else
  const owners::new_row given{.name = "Anna", .email = "anna@example.org"};
#endif
  return owners::insert(db, given);
}
