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
