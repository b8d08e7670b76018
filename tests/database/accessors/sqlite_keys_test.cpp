// SQLite does not say which foreign key is broken. It is found without running anything twice.
#include "tests/support/catch.hpp"

#include <strata/runtime.hpp>
#include <strata/sqlite.hpp>

#include <sqlite3.h>

#include <memory>
#include <string>

namespace {

struct close_sqlite {
  void operator()(sqlite3* database) const noexcept { sqlite3_close(database); }
};

sqlite3* open_memory() {
  sqlite3* raw = nullptr;
  REQUIRE(sqlite3_open(":memory:", &raw) == SQLITE_OK);
  return raw;
}

/// Has a function `noted(x)`, which counts its calls and gives x back.
struct keyed_database {
  explicit keyed_database(const std::string& tables)
      : raw(open_memory()), db(strata::sqlite::borrow(raw.get())) {
    sqlite3_create_function(raw.get(), "noted", 1, SQLITE_UTF8, &calls, note, nullptr, nullptr);
    db.execute("PRAGMA foreign_keys = ON;" + tables);
  }

  static void note(sqlite3_context* to, int, sqlite3_value** given) {
    ++*static_cast<int*>(sqlite3_user_data(to));
    sqlite3_result_value(to, given[0]);
  }

  int calls = 0;
  std::unique_ptr<sqlite3, close_sqlite> raw;
  strata::connection db;
};

/// The message that the statement's broken foreign key has, and its constraint before it.
template <typename... Values>
std::string broken(keyed_database& in, const char* statement, const Values&... values) {
  try {
    strata::execute(in.db, statement, values...);
  } catch (const strata::foreign_key_violation& failed) {
    return failed.facts().constraint + " / " + failed.what();
  }
  return "nothing is broken";
}

constexpr const char* failed = "FOREIGN KEY constraint failed";

std::string named(const std::string& constraint) {
  return constraint + " / " + failed + ": " + constraint;
}

std::string unnamed(const std::string& rest = {}) { return std::string(" / ") + failed + rest; }

} // namespace

TEST_CASE("a statement that breaks a foreign key runs once", "[accessors]") {
  keyed_database on("CREATE TABLE a (id INTEGER PRIMARY KEY);"
                    "CREATE TABLE b (a INTEGER CONSTRAINT held REFERENCES a (id));");
  CHECK(broken(on, "INSERT INTO b (a) VALUES (noted(9))") == named("held"));
  CHECK(on.calls == 1);
  on.db.execute("INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)");
  on.calls = 0;
  CHECK(broken(on, "DELETE FROM a WHERE noted(id) = 1") == named("held"));
  CHECK(on.calls == 1);
}

TEST_CASE("a trigger that breaks a foreign key runs once, and leaves the key unnamed",
          "[accessors]") {
  keyed_database on(
      "CREATE TABLE a (id INTEGER PRIMARY KEY);"
      "CREATE TABLE b (a INTEGER CONSTRAINT held REFERENCES a (id));"
      "CREATE TABLE c (n INTEGER);"
      "CREATE TRIGGER t AFTER INSERT ON C BEGIN INSERT INTO b VALUES (noted(9)); END;");
  CHECK(broken(on, "INSERT INTO c VALUES (1)") == unnamed());
  CHECK(on.calls == 1);
}

TEST_CASE("of several foreign keys, the one whose parameters point at nothing is named",
          "[accessors]") {
  keyed_database on("CREATE TABLE a (id INTEGER PRIMARY KEY);"
                    "CREATE TABLE b (x INTEGER CONSTRAINT to_x REFERENCES a,"
                    "  y INTEGER CONSTRAINT to_y REFERENCES a (id), z INTEGER DEFAULT 7,"
                    "  CONSTRAINT to_z FOREIGN KEY (z) REFERENCES a (id));"
                    "INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1, 1);");
  CHECK(broken(on, "INSERT INTO b (x, y, z) VALUES ($1, $2, NULL)", 1, 2) ==
        unnamed(": one of to_y, to_z"));
  CHECK(broken(on, "INSERT INTO b (x, y, z) VALUES ($1, $2, $3)", 1, 2, 1) == named("to_y"));
  CHECK(broken(on, "INSERT INTO b (x, y) VALUES ($1, $1)", 1) == named("to_z"));
  CHECK(broken(on, "UPDATE b SET y = $2, x = $1", 2, 1) == named("to_x"));
  CHECK(broken(on, "UPDATE b SET y = $1 + 1, x = $1", 1) == named("to_y"));
  CHECK(broken(on, "UPDATE a SET id = 8") == unnamed(": one of to_x, to_y, to_z"));
  CHECK(broken(on, "INSERT INTO b VALUES (9, 9, 9)") == unnamed(": one of to_x, to_y, to_z"));
  CHECK(broken(on, "INSERT INTO b VALUES (1, 1, 1) ON CONFLICT DO UPDATE SET z = 3") ==
        "nothing is broken");
}

TEST_CASE("a foreign key behind one that cascades is named", "[accessors]") {
  keyed_database on("CREATE TABLE a (id INTEGER PRIMARY KEY, other INTEGER);"
                    "CREATE TABLE b (a INTEGER PRIMARY KEY REFERENCES a ON DELETE CASCADE);"
                    "CREATE TABLE c (b INTEGER CONSTRAINT behind REFERENCES b ON UPDATE CASCADE);"
                    "CREATE TABLE d (a INTEGER DEFAULT 5 CONSTRAINT fallback REFERENCES a"
                    "  ON DELETE SET DEFAULT);"
                    "INSERT INTO a VALUES (1, 0), (2, 0); INSERT INTO b VALUES (1);"
                    "INSERT INTO c VALUES (1)");
  CHECK(broken(on, "WITH x AS (SELECT 1 AS i) DELETE FROM \"a\" WHERE id IN (SELECT i FROM x)") ==
        unnamed(": one of behind, fallback"));
  CHECK(broken(on, "UPDATE a SET other = 1") == "nothing is broken");
  on.db.execute("DROP TABLE d");
  CHECK(broken(on, "REPLACE INTO a VALUES (1, 3)") == named("behind"));
  CHECK(broken(on, "DELETE FROM main.[A]") == named("behind"));
}

TEST_CASE("a foreign key that waits for the end is not named by a statement", "[accessors]") {
  keyed_database on("CREATE TABLE a (id INTEGER PRIMARY KEY);"
                    "CREATE TABLE b (a INTEGER CONSTRAINT held REFERENCES a (id)"
                    "  ON DELETE RESTRICT NOT DEFERRABLE INITIALLY DEFERRED);"
                    "CREATE TABLE c (a INTEGER CONSTRAINT later REFERENCES a (id)"
                    "  ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED);"
                    "INSERT INTO a VALUES (1); INSERT INTO b VALUES (1); INSERT INTO c VALUES (1)");
  CHECK(broken(on, "DELETE FROM a") == named("held"));
  strata::transaction all(on.db);
  strata::execute(all, "DELETE FROM b");
  strata::execute(all, "DELETE FROM a");
  try {
    all.commit();
    FAIL("committed a row that points at nothing");
  } catch (const strata::foreign_key_violation& violation) {
    CHECK(violation.facts().constraint == "later");
  }
}

TEST_CASE("of a table in another database file, no key is named", "[accessors]") {
  keyed_database on("CREATE TABLE a (id INTEGER PRIMARY KEY);"
                    "CREATE TABLE b (a INTEGER CONSTRAINT held REFERENCES a (id));"
                    "ATTACH ':memory:' AS other;"
                    "CREATE TABLE other.a (id INTEGER PRIMARY KEY);"
                    "CREATE TABLE other.b (a INTEGER CONSTRAINT elsewhere REFERENCES a (id));");
  CHECK(broken(on, "INSERT INTO other.b VALUES (1)") == unnamed());
}
