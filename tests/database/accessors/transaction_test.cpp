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

TEST_CASE("a read-only transaction reads and does not write", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    {
      strata::transaction reading(shelter.db, strata::access::read_only);
      CHECK(owners::count(reading) == 0);
      CHECK_THROWS_AS(add_owner(reading, 1), strata::query_error);
    }
    {
      strata::transaction writing(shelter.db);
      {
        strata::transaction reading(writing, strata::access::read_only);
        CHECK(owners::count(reading) == 0);
        CHECK_THROWS_AS(add_owner(reading, 1), strata::query_error);
      }
      {
        strata::transaction reading(writing, strata::access::read_only);
        reading.commit();
      }
      add_owner(writing, 2);
      strata::transaction lost(writing, strata::access::read_only);
      strata::transaction inside(lost);
      CHECK_THROWS_AS(add_owner(inside, 3), strata::query_error);
      inside.rollback();
      lost.rollback();
      writing.commit();
    }
    add_owner(shelter.db, 4);
    CHECK(owners::count(shelter.db) == 2);
  }
}

TEST_CASE("rolling back ends the transactions inside", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    {
      strata::transaction outer(shelter.db);
      strata::transaction middle(outer);
      strata::transaction inner(middle, strata::access::read_only);
      outer.rollback();
      CHECK_FALSE(shelter.db.in_transaction());
      CHECK(code_of([&] { add_owner(inner, 1); }) == "R063");
      CHECK(code_of([&] { inner.commit(); }) == "R063");
      CHECK(code_of([&] { strata::transaction more(middle); }) == "R063");
      // Another one in the same place is not taken for the old one.
      strata::transaction other(shelter.db);
      strata::transaction second(other);
      add_owner(second, 1);
      middle.rollback();
      second.commit();
      other.commit();
    }
    add_owner(shelter.db, 2);
    CHECK(owners::count(shelter.db) == 2);
  }
}

TEST_CASE("nothing runs on a transaction that has ended", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    strata::transaction all(shelter.db);
    all.commit();
    CHECK(code_of([&] { add_owner(all, 1); }) == "R063");
    CHECK(code_of([&] { all.execute("SELECT 1"); }) == "R063");
    CHECK(owners::count(shelter.db) == 0);
  }
}

TEST_CASE("whether a transaction can be committed the database says", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    if (on == strata::dialect::sqlite)
      continue;
    shelter_database shelter(on);
    SECTION("a failure that the transaction did not see") {
      strata::transaction all(shelter.db);
      add_owner(all, 1);
      CHECK_THROWS_AS(all.session().query("SELECT 1/0"), strata::query_error);
      CHECK(code_of([&] { all.commit(); }) == "R064");
    }
    SECTION("the server answers COMMIT with ROLLBACK") {
      auto& session = shelter.db.session();
      for (const bool by_query : {false, true}) {
        session.execute("BEGIN");
        CHECK_THROWS_AS(session.query("SELECT 1/0"), strata::query_error);
        CHECK(code_of([&] {
                if (by_query) {
                  session.query("/* at last */ COMMIT");
                } else {
                  session.execute("-- at last\nEND; SELECT 1");
                }
              }) == "R064");
        CHECK_FALSE(shelter.db.in_transaction());
      }
      session.execute("BEGIN");
      CHECK_THROWS_AS(session.query("SELECT 1/0"), strata::query_error);
      session.execute("ROLLBACK");
    }
    SECTION("a value that never reached the server") {
      strata::transaction all(shelter.db);
      add_owner(all, 1);
      CHECK(code_of([&] { owners::insert(all, {.name = std::string("a\0b", 3), .email = "x"}); }) ==
            "R068");
      all.commit();
      CHECK(owners::count(shelter.db) == 1);
    }
  }
}

TEST_CASE("SQLite's own rollback is noticed, and nothing more runs", "[accessors]") {
  shelter_database shelter(strata::dialect::sqlite);
  auto& db = shelter.db;
  db.execute("CREATE TABLE t (a INTEGER UNIQUE ON CONFLICT ROLLBACK)");
  {
    strata::transaction all(db);
    strata::execute(all, "INSERT INTO t VALUES (1)");
    strata::transaction inner(all);
    CHECK_THROWS_AS(strata::execute(inner, "INSERT INTO t VALUES (1)"), strata::unique_violation);
    CHECK(code_of([&] { strata::execute(inner, "INSERT INTO t VALUES (2)"); }) == "R076");
    CHECK(code_of([&] { db.execute("INSERT INTO t VALUES (3)"); }) == "R076");
    CHECK(code_of([&] { strata::transaction more(db); }) == "R076");
    inner.rollback();
    CHECK(code_of([&] { all.commit(); }) == "R076");
  }
  strata::execute(db, "INSERT INTO t VALUES (4)");
  CHECK(strata::query<int>(db, "SELECT a FROM t") == std::vector<int>{4});
}

TEST_CASE("SQLite rolls back on a full disk, and nothing more runs", "[accessors]") {
  shelter_database shelter(strata::dialect::sqlite);
  auto& db = shelter.db;
  db.execute("CREATE TABLE t (a BLOB)");
  const auto pages = strata::query<int>(db, "PRAGMA page_count").at(0);
  db.execute("PRAGMA max_page_count = " + std::to_string(pages + 5) + "; PRAGMA cache_size = 1");
  {
    strata::transaction all(db);
    strata::execute(all, "INSERT INTO t VALUES ($1)", 1);
    CHECK_THROWS_AS(strata::execute(all, "INSERT INTO t VALUES (zeroblob(1000000))"),
                    strata::query_error);
    if (!db.in_transaction()) {
      CHECK(code_of([&] { strata::execute(all, "INSERT INTO t VALUES ($1)", 2); }) == "R076");
      CHECK(code_of([&] { all.commit(); }) == "R076");
    }
  }
  CHECK(strata::query<int>(db, "SELECT count(*) FROM t") == std::vector<int>{0});
}

TEST_CASE("asking for a transaction leaves no error in the server's log", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    if (on == strata::dialect::sqlite)
      continue;
    const scratch_database made(on);
    strata::connection db(made.url());
    // A failed statement counts as a transaction that was rolled back.
    const std::string_view failures =
        "SELECT pg_stat_clear_snapshot(), xact_rollback FROM pg_stat_database WHERE datname = "
        "current_database()";
    const auto before = db.run(failures, {}, false).rows.at(0).at(1);
    for (int i = 0; i < 20; ++i) {
      CHECK_FALSE(db.in_transaction());
    }
    CHECK(db.session().state() == strata::transaction_state::none);
    strata::transaction all(db);
    CHECK(db.session().state() == strata::transaction_state::open);
    CHECK_THROWS_AS(all.run("SELECT 1/0"), strata::query_error);
    CHECK(db.session().state() == strata::transaction_state::failed);
    CHECK(db.in_transaction());
    all.rollback();
    db.run("SELECT pg_sleep(1.2)"); // Until the server has counted.
    const auto after = db.run(failures, {}, false).rows.at(0).at(1);
    CHECK(std::stoi(std::get<std::string>(after)) - std::stoi(std::get<std::string>(before)) <= 2);
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
