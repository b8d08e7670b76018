// expect: strata::changed<
// A floating-point number is given where an integer is kept: it would lose its fraction.
#include <shelter/db/owners.hpp>

namespace owners = shelter::db::owners;

std::int64_t promote(strata::queryable& db, const strata::uuid& id) {
#ifdef REJECT
  const owners::patch change{.class_ = 2.5};
#else
  const owners::patch change{.class_ = 2};
#endif
  return owners::update(db, id, change);
}
