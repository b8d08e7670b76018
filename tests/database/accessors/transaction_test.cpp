// Transactions: all or nothing, one in another, and what a failed statement does to them.
#include "tests/database/accessors/shelter.hpp"

using namespace strata::testing;
namespace owners = shelter::db::owners;

TEST_CASE("a transaction rolls back unless it is committed", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    {
      strata::transaction lost(shelter.db);
      add_owner(lost, 1);
      CHECK(owners::count(lost) == 1);
    }
    CHECK(owners::count(shelter.db) == 0);
    {
      strata::transaction kept(shelter.db);
      add_owner(kept, 1);
      kept.commit();
    }
    CHECK(owners::count(shelter.db) == 1);
    CHECK_FALSE(shelter.db.in_transaction());
  }
}

TEST_CASE("a transaction in another is a savepoint", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    strata::transaction outer(shelter.db);
    add_owner(outer, 1);
    {
      strata::transaction inner(outer);
      add_owner(inner, 2);
    }
    {
      strata::transaction inner(outer);
      add_owner(inner, 3);
      strata::transaction innermost(inner);
      CHECK_THROWS_AS(add_owner(innermost, 3), strata::unique_violation);
      innermost.rollback();
      inner.commit();
    }
    CHECK_THROWS_AS(
        [&] {
          strata::transaction inner(outer);
          outer.commit();
        }(),
        strata::query_error);
    outer.commit();
    CHECK(owners::count(shelter.db) == 2);
    CHECK(code_of([&] { outer.commit(); }) == "R063");
  }
}

TEST_CASE("PostgreSQL's failed transactions are not committed without a word", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    strata::transaction all(shelter.db);
    add_owner(all, 1);
    CHECK_THROWS_AS(add_owner(all, 1), strata::unique_violation);
    if (on == strata::dialect::postgresql) {
      CHECK(code_of([&] { all.commit(); }) == "R064");
      all.rollback();
      CHECK(owners::count(shelter.db) == 0);
    } else {
      all.commit();
      CHECK(owners::count(shelter.db) == 1);
    }
  }
}

TEST_CASE("a read-only transaction reads", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    strata::transaction reading(shelter.db, strata::access::read_only);
    CHECK(owners::count(reading) == 0);
    reading.commit();
  }
}

TEST_CASE("SQLite's busy database is a lock_timeout", "[accessors]") {
  shelter_database shelter(strata::dialect::sqlite);
  strata::connection other(shelter.made.url());
  other.execute("PRAGMA busy_timeout = 50");
  strata::transaction writing(shelter.db);
  add_owner(writing, 1);
  CHECK_THROWS_AS(add_owner(other, 2), strata::lock_timeout);
  CHECK(code_of([&] { add_owner(other, 2); }) == "R066");
}
