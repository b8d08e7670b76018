// What stays prepared on a connection: not too much, and nothing that a migration made stale.
#include "tests/database/accessors/shelter.hpp"

#include "src/runtime/statement_cache.hpp"

#include <strata/sqlite.hpp>

#include <sqlite3.h>

#include <string>

using namespace strata::testing;

namespace {

constexpr int limit = static_cast<int>(strata::detail::statement_cache<int>::limit);

/// More texts than are kept, the first of them again and again.
void run_many(strata::connection& db) {
  for (int i = 0; i < limit + 50; ++i) {
    db.run("SELECT " + std::to_string(i));
    db.run("SELECT 0");
  }
}

void make_table(strata::connection& db) {
  db.execute("CREATE TABLE t (a integer); INSERT INTO t VALUES (1)");
}

constexpr std::string_view all_columns = "SELECT * FROM t";

} // namespace

TEST_CASE("SQLite: a connection keeps a bounded number of statements", "[accessors]") {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(":memory:", &handle) == SQLITE_OK);
  {
    auto db = strata::sqlite::borrow(handle);
    run_many(db);
    int kept = 0;
    for (auto* each = sqlite3_next_stmt(handle, nullptr); each != nullptr;
         each = sqlite3_next_stmt(handle, each)) {
      ++kept;
    }
    CHECK(kept == limit);
  }
  CHECK(sqlite3_close(handle) == SQLITE_OK);
}

TEST_CASE("PostgreSQL: a connection keeps a bounded number of statements", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    if (on == strata::dialect::sqlite)
      continue;
    const scratch_database made(on);
    strata::connection db(made.url());
    run_many(db);
    const auto kept = db.run("SELECT count(*) FROM pg_prepared_statements", {}, false);
    CHECK(std::get<std::string>(kept.rows.at(0).at(0)) == std::to_string(limit));
    const auto zero = db.run(
        "SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT 0'", {}, false);
    CHECK(std::get<std::string>(zero.rows.at(0).at(0)) == "1");
  }
}

TEST_CASE("a statement that another process made stale is prepared anew", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    const scratch_database made(on);
    strata::connection db(made.url());
    make_table(db);
    CHECK(db.run(all_columns).columns == std::vector<std::string>{"a"});

    made.open()->execute("ALTER TABLE t ADD COLUMN b integer");

    for (int again = 0; again < 2; ++again) {
      const auto found = db.run(all_columns);
      CHECK(found.columns == std::vector<std::string>{"a", "b"});
      CHECK(found.rows.at(0).size() == 2);
    }
    db.execute("DELETE FROM t");
    made.open()->execute("ALTER TABLE t ADD COLUMN c integer");
    CHECK(db.run(all_columns).columns.size() == 3); // Where no row tells it, too.
  }
}

TEST_CASE("in a transaction a stale statement says what to do, and then works", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    const scratch_database made(on);
    strata::connection db(made.url());
    make_table(db);
    db.run(all_columns);
    made.open()->execute("ALTER TABLE t ADD COLUMN b integer");
    {
      strata::transaction inside(db);
      if (on == strata::dialect::postgresql) {
        CHECK(code_of([&] { inside.run(all_columns); }) == "R069");
      } else {
        CHECK(inside.run(all_columns).columns.size() == 2);
      }
    }
    strata::transaction again(db);
    CHECK(again.run(all_columns).columns.size() == 2);
    if (on == strata::dialect::postgresql) {
      const auto kept = again.run("SELECT count(*) FROM pg_prepared_statements WHERE statement = "
                                  "'SELECT * FROM t'",
                                  {},
                                  false);
      CHECK(std::get<std::string>(kept.rows.at(0).at(0)) == "1"); // The stale one is gone.
    }
    again.commit();
  }
}

namespace {

/// A type that changes behind a prepared statement: the statement, a value that it takes afterwards
/// alone, and what another process does.
struct changed_type {
  const char* made;
  const char* statement;
  std::string before;
  const char* change;
  std::string after;
};

const std::vector<changed_type>& changed_types() {
  static const std::vector<changed_type> all{
      {"CREATE TABLE t (a integer)",
       "INSERT INTO t VALUES ($1)",
       "1",
       "ALTER TABLE t ALTER a TYPE bigint",
       "5000000000"},
      {"CREATE TYPE mood AS ENUM ('calm'); CREATE TABLE t (a mood)",
       "INSERT INTO t VALUES ($1)",
       "calm",
       "CREATE TYPE other AS ENUM ('calm', 'new'); ALTER TABLE t ALTER a TYPE other USING "
       "a::text::other; DROP TYPE mood; ALTER TYPE other RENAME TO mood",
       "new"},
      {"CREATE TABLE t (a integer)",
       "INSERT INTO t VALUES ($1)",
       "1",
       "ALTER TABLE t ALTER a TYPE text",
       "words"},
      {"CREATE TABLE t (a integer)",
       "DELETE FROM t WHERE a = $1",
       "1",
       "ALTER TABLE t ALTER a TYPE text",
       "words"},
      {"CREATE TABLE t (a date)",
       "SELECT a FROM t WHERE a = $1",
       "2024-01-01",
       "ALTER TABLE t ALTER a TYPE text",
       "some day"},
  };
  return all;
}

} // namespace

TEST_CASE("a type that another process changed is understood anew", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    if (on == strata::dialect::sqlite)
      continue;
    for (const changed_type& each : changed_types()) {
      CAPTURE(each.statement, each.change);
      const scratch_database made(on);
      strata::connection db(made.url());
      db.execute(each.made);
      strata::execute(db, each.statement, each.before);
      made.open()->execute(each.change);
      for (int again = 0; again < 2; ++again) {
        CHECK_NOTHROW(strata::execute(db, each.statement, each.after));
      }
    }
  }
}

TEST_CASE("inside a transaction a changed type says to run it again", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    if (on == strata::dialect::sqlite)
      continue;
    for (const changed_type& each : changed_types()) {
      CAPTURE(each.statement, each.change);
      const scratch_database made(on);
      strata::connection db(made.url());
      db.execute(each.made);
      strata::execute(db, each.statement, each.before);
      made.open()->execute(each.change);
      {
        strata::transaction inside(db);
        CHECK(code_of([&] { strata::execute(inside, each.statement, each.after); }) == "R069");
      }
      strata::transaction again(db);
      CHECK_NOTHROW(strata::execute(again, each.statement, each.after));
      again.commit();
    }
  }
}

TEST_CASE("a value that never fits is no changed type, and is tried once", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    if (on == strata::dialect::sqlite)
      continue;
    const scratch_database made(on);
    strata::connection db(made.url());
    db.execute("CREATE TABLE t (a integer); CREATE SEQUENCE tried");
    const std::string_view insert = "INSERT INTO t SELECT $1 / 0 FROM nextval('tried')";
    CHECK(code_of([&] { strata::execute(db, insert, 1); }) == "R060");
    CHECK(strata::query<std::int64_t>(db, "SELECT last_value FROM tried").at(0) == 1);
    strata::execute(db, "INSERT INTO t VALUES ($1)", 1);
    for (const bool inside : {false, true}) {
      strata::transaction all(db);
      if (!inside)
        all.rollback();
      strata::queryable& to = inside ? static_cast<strata::queryable&>(all) : db;
      try {
        strata::execute(to, "INSERT INTO t VALUES ($1)", std::int64_t{1} << 40);
        FAIL("stored it");
      } catch (const strata::query_error& failed) {
        CHECK(failed.facts().code == "R060");
        CHECK(failed.facts().sqlstate == "22003");
      }
    }
  }
}
