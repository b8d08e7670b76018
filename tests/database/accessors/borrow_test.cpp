// Accessors in a transaction that the application began on its own connection.
#include "tests/database/accessors/shelter.hpp"

#include <strata/postgresql.hpp>
#include <strata/sqlite.hpp>

#include <algorithm>
#include <pqxx/pqxx>
#include <sqlite3.h>

using namespace strata::testing;
namespace owners = shelter::db::owners;

namespace {

bool has_postgresql() {
  const auto all = tested_dialects();
  return std::ranges::find(all, strata::dialect::postgresql) != all.end();
}

} // namespace

TEST_CASE("accessors join a pqxx::work", "[accessors]") {
  if (!has_postgresql())
    return;
  shelter_database shelter(strata::dialect::postgresql);
  pqxx::connection connection(shelter.made.url());
  {
    pqxx::work lost(connection);
    auto db = strata::postgresql::borrow(lost);
    add_owner(db, 1);
    CHECK(db.in_transaction());
  }
  CHECK(owners::count(shelter.db) == 0);
  pqxx::work kept(connection);
  auto db = strata::postgresql::borrow(kept);
  add_owner(db, 1);
  {
    // A savepoint in the application's transaction.
    strata::transaction inner(db);
    CHECK_THROWS_AS(add_owner(inner, 1), strata::unique_violation);
  }
  CHECK(owners::insert_many(db, {{.name = "a", .email = "a"}, {.name = "b", .email = "b"}}) == 2);
  CHECK(owners::find(db, uuid_of(1))->email == "1@example.org");
  kept.commit();
  CHECK(owners::count(shelter.db) == 3);
}

TEST_CASE("a constraint's name is found on a borrowed connection too", "[accessors]") {
  if (!has_postgresql())
    return;
  shelter_database shelter(strata::dialect::postgresql);
  pqxx::connection connection(shelter.made.url());
  pqxx::work work(connection);
  auto db = strata::postgresql::borrow(work);
  add_owner(db, 1);
  try {
    add_owner(db, 1);
    FAIL("inserted it twice");
  } catch (const strata::unique_violation& failed) {
    CHECK(failed.facts().constraint == "owners_pkey");
  }
}

TEST_CASE("accessors join a transaction on a sqlite3 connection", "[accessors]") {
  shelter_database shelter(strata::dialect::sqlite);
  const std::string path = shelter.made.url().substr(std::string("sqlite:").size());
  sqlite3* raw = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &raw) == SQLITE_OK);
  {
    auto db = strata::sqlite::borrow(raw);
    CHECK_FALSE(db.in_transaction());
    sqlite3_exec(raw, "BEGIN", nullptr, nullptr, nullptr);
    auto joined = strata::sqlite::borrow(raw);
    add_owner(joined, 1);
    {
      strata::transaction inner(joined);
      add_owner(inner, 2);
    }
    CHECK(owners::count(joined, owners::col::name.like("owner%")) == 1);
    sqlite3_exec(raw, "COMMIT", nullptr, nullptr, nullptr);
    CHECK(owners::count(shelter.db) == 1);
    try {
      owners::insert(db, {.id = uuid_of(1), .name = "x", .email = "x"});
      FAIL("inserted it twice");
    } catch (const strata::unique_violation& failed) {
      CHECK(failed.facts().constraint == "owners_pkey");
    }
  }
  CHECK(sqlite3_close(raw) == SQLITE_OK);
}

TEST_CASE("a sqlite3 connection is borrowed while a statement runs", "[accessors]") {
  sqlite3* raw = nullptr;
  REQUIRE(sqlite3_open(":memory:", &raw) == SQLITE_OK);
  {
    auto first = strata::sqlite::borrow(raw);
    sqlite3_stmt* active = nullptr;
    REQUIRE(sqlite3_prepare_v2(raw, "SELECT 1 UNION SELECT 2", -1, &active, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(active) == SQLITE_ROW);
    auto second = strata::sqlite::borrow(raw);
    CHECK(strata::query<bool>(second, "SELECT strata_like('abc', 'a%')") == std::vector{true});
    sqlite3_finalize(active);
  }
  CHECK(sqlite3_close(raw) == SQLITE_OK);
}

TEST_CASE("when the transaction that was joined is over, nothing more runs", "[accessors]") {
  sqlite3* raw = nullptr;
  REQUIRE(sqlite3_open(":memory:", &raw) == SQLITE_OK);
  {
    sqlite3_exec(
        raw, "CREATE TABLE t (a UNIQUE ON CONFLICT ROLLBACK); BEGIN", nullptr, nullptr, nullptr);
    auto db = strata::sqlite::borrow(raw);
    strata::execute(db, "INSERT INTO t VALUES (1)");
    CHECK_THROWS_AS(strata::execute(db, "INSERT INTO t VALUES (1)"), strata::unique_violation);
    CHECK(code_of([&] { strata::execute(db, "INSERT INTO t VALUES (2)"); }) == "R076");
    CHECK(code_of([&] { strata::transaction inner(db); }) == "R076");
  }
  CHECK(sqlite3_close(raw) == SQLITE_OK);
}
