// Databases that grew by hand, read into the model.
#include "codegen/inspect/sqlite.hpp"

#include "codegen/inspect/differences.hpp"
#include "codegen/inspect/inspection_error.hpp"
#include "tests/support/catch.hpp"

#include <sqlite3.h>

#include <memory>

using namespace strata;
using namespace strata::codegen;

namespace {

model::schema inspect(const char* sql) {
  sqlite3* raw = nullptr;
  REQUIRE(sqlite3_open(":memory:", &raw) == SQLITE_OK);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(raw, &sqlite3_close);
  INFO(sql);
  REQUIRE(sqlite3_exec(raw, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  return inspect_sqlite(raw);
}

std::vector<std::string> compared(const char* found, const char* expected) {
  return differences(inspect(found), inspect(expected));
}

const std::vector<std::string> equal;

std::string sqlite(const std::optional<model::default_value>& value) {
  return std::get<model::sql_text>(value.value()).sqlite;
}

} // namespace

TEST_CASE("a table's columns come with all that was said of them", "[inspect]") {
  const auto schema = inspect(R"(CREATE TABLE 'odd one' ( -- a comment, with a ( in it
      [id] INTEGER PRIMARY KEY AUTOINCREMENT,
      "check" VARCHAR( 10 ) NOT NULL DEFAULT 'it''s, ok' COLLATE NOCASE,
      amount DECIMAL(10, 2) DEFAULT -1.5,
      made TEXT DEFAULT (strftime('%Y', 'now')),
      twice INT GENERATED ALWAYS AS (amount * 2) STORED,
      thrice INT AS (amount * 3),
      untyped);)");
  REQUIRE(schema.tables.size() == 1);
  const model::table& table = schema.tables.front();
  CHECK(table.name.name == "odd one");
  REQUIRE(table.columns.size() == 7);
  CHECK(table.columns[0].name == "id");
  CHECK(table.columns[0].identity.has_value());
  CHECK_FALSE(table.columns[0].nullable);
  CHECK(table.columns[1].name == "check");
  CHECK(table.columns[1].type.name.name == "VARCHAR( 10 )");
  CHECK(table.columns[1].collation == "NOCASE");
  CHECK_FALSE(table.columns[1].nullable);
  CHECK(sqlite(table.columns[1].default_to) == "'it''s, ok'");
  CHECK(table.columns[2].type.name.name == "DECIMAL(10, 2)");
  CHECK(table.columns[2].nullable);
  CHECK(sqlite(table.columns[2].default_to) == "-1.5");
  CHECK(sqlite(table.columns[3].default_to) == "strftime('%Y', 'now')");
  CHECK(table.columns[4].generated->expression.sqlite == "amount * 2");
  CHECK(table.columns[4].generated->kept == model::generated::storage::stored);
  CHECK(table.columns[5].generated->kept == model::generated::storage::computed_on_read);
  CHECK(table.columns[6].type.name.name.empty());
}

TEST_CASE("constraints are the same inline and at the table's end", "[inspect]") {
  CHECK(compared(
            "CREATE TABLE p(a INTEGER PRIMARY KEY);"
            "CREATE TABLE t(a INT CONSTRAINT u UNIQUE CONSTRAINT c CHECK(a>0)"
            " REFERENCES p ON DELETE CASCADE NOT NULL DEFERRABLE INITIALLY DEFERRED);",
            "CREATE TABLE p(\"a\" INTEGER, PRIMARY KEY(a));"
            "CREATE TABLE t(a INT NOT NULL, CONSTRAINT u UNIQUE (A) CONSTRAINT c CHECK (a > 0),"
            " FOREIGN KEY (a) REFERENCES P(A) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED);") ==
        equal);
}

TEST_CASE("a foreign key has all of its options", "[inspect]") {
  const auto schema = inspect("CREATE TABLE p(a INT, b INT, PRIMARY KEY (a, b)) WITHOUT ROWID;"
                              "CREATE TABLE c(x INT, y INT, CONSTRAINT f FOREIGN KEY (x, y)"
                              " REFERENCES p ON UPDATE SET DEFAULT ON DELETE SET NULL MATCH FULL"
                              " NOT DEFERRABLE INITIALLY IMMEDIATE);");
  const model::foreign_key& key = schema.tables[0].foreign_keys.at(0);
  CHECK(key.name == "f");
  CHECK(key.columns == std::vector<std::string>{"x", "y"});
  CHECK(key.target_columns == std::vector<std::string>{"a", "b"});
  CHECK(key.on_update == model::referential_action::set_default);
  CHECK(key.on_delete == model::referential_action::set_null);
  CHECK(key.deferrable == model::deferral::not_deferrable);
  CHECK(schema.tables[1].without_rowid);
  CHECK_FALSE(schema.tables[1].columns[0].nullable);
}

TEST_CASE("indexes come with expressions, order, collation and predicate", "[inspect]") {
  const auto schema =
      inspect("CREATE TABLE t(a TEXT, b TEXT) STRICT;"
              "CREATE UNIQUE INDEX i ON t(a COLLATE nocase DESC, (a || b), lower(b) ASC)"
              " WHERE a IS NOT NULL;");
  const model::index& index = schema.tables[0].indexes.at(0);
  CHECK(index.unique);
  REQUIRE(index.keys.size() == 3);
  CHECK(index.keys[0].column == "a");
  CHECK(index.keys[0].collation == "NOCASE");
  CHECK(index.keys[0].descending);
  CHECK(index.keys[1].expression.sqlite == "a || b");
  CHECK(index.keys[2].expression.sqlite == "lower(b)");
  CHECK(index.predicate.sqlite == "a IS NOT NULL");
  CHECK(schema.tables[0].strict);
}

TEST_CASE("views and triggers are read apart into what the model says of them", "[inspect]") {
  const auto schema =
      inspect("CREATE TABLE t(a, b); CREATE VIEW v AS SELECT a FROM t;"
              "CREATE TRIGGER g AFTER UPDATE OF a, b ON t FOR EACH ROW WHEN new.a > 1"
              " BEGIN DELETE FROM t; SELECT 1; END;");
  CHECK(schema.views.at(0).query.sqlite == "SELECT a FROM t");
  const model::trigger& trigger = schema.triggers.at(0);
  CHECK(trigger.table.name == "t");
  CHECK(trigger.events.sqlite == "AFTER UPDATE OF a, b");
  CHECK(trigger.action.sqlite == "WHEN new.a > 1 BEGIN DELETE FROM t; SELECT 1; END");
}

TEST_CASE("what ALTER TABLE writes is equal to what was made so", "[inspect]") {
  CHECK(compared("CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE t(a INT CHECK (a > 0),"
                 " p INT REFERENCES p(id)); CREATE INDEX i ON t(a) WHERE a > 5;"
                 "CREATE VIEW v AS SELECT a AS n FROM t;"
                 "ALTER TABLE t RENAME COLUMN a TO b; ALTER TABLE p RENAME TO q;"
                 "ALTER TABLE t ADD COLUMN c TEXT DEFAULT 'x';",
                 "CREATE TABLE q(id INTEGER PRIMARY KEY); CREATE TABLE t(b INT CHECK (b > 0),"
                 " p INT REFERENCES q(id), c TEXT DEFAULT 'x'); CREATE INDEX i ON t(b) WHERE b > 5;"
                 "CREATE VIEW v AS SELECT b AS n FROM t;") == equal);
}

TEST_CASE("SQLite's own collations are the same in any letters", "[inspect]") {
  CHECK(compared("CREATE TABLE t(a TEXT COLLATE nocase, UNIQUE (a COLLATE Binary));"
                 "CREATE INDEX i ON t(a COLLATE rtrim);",
                 "CREATE TABLE t(a TEXT COLLATE 'NOCASE', UNIQUE (a COLLATE BINARY));"
                 "CREATE INDEX i ON t(a COLLATE RTRIM);") == equal);
}

TEST_CASE("the order of columns is no difference", "[inspect]") {
  CHECK(compared("CREATE TABLE t(a INT, b TEXT);", "CREATE TABLE t(b TEXT, a INT);") == equal);
}

TEST_CASE("every difference is found and named", "[inspect]") {
  const auto [found, expected, line] = GENERATE(table<const char*, const char*, std::string>({
      {"CREATE TABLE t(a INT);", "", "table t is not expected"},
      {"CREATE TABLE t(a INT);", "CREATE TABLE t(a INT, b INT);", "column t.b is missing"},
      {"CREATE TABLE t(a INT);",
       "CREATE TABLE t(a TEXT);",
       "column t.a: type is INT, expected TEXT"},
      {"CREATE TABLE t(a INT);",
       "CREATE TABLE t(a INT NOT NULL);",
       "column t.a: nullable is yes, expected no"},
      {"CREATE TABLE t(a INT DEFAULT 1);",
       "CREATE TABLE t(a INT);",
       "column t.a: default is 1, expected none"},
      {"CREATE TABLE t(a TEXT);",
       "CREATE TABLE t(a TEXT COLLATE NOCASE);",
       "column t.a: collation is none, expected NOCASE"},
      {"CREATE TABLE t(a INTEGER PRIMARY KEY);",
       "CREATE TABLE t(a INTEGER PRIMARY KEY AUTOINCREMENT);",
       "column t.a: identity is none, expected by default, start , increment , minimum , maximum , "
       "cache , cycle no"},
      {"CREATE TABLE t(a INT, b INT, PRIMARY KEY (a, b));",
       "CREATE TABLE t(a INT, b INT, PRIMARY KEY (b, a));",
       "primary key of t: columns is (a, b), expected (b, a)"},
      {"CREATE TABLE t(a INT, CONSTRAINT c CHECK (a > 0));",
       "CREATE TABLE t(a INT, CONSTRAINT c CHECK (a > 1));",
       "check c of t: expression is a > 0, expected a > 1"},
      {"CREATE TABLE t(a INT CHECK (a > 0));",
       "CREATE TABLE t(a INT);",
       "check a > 0 of t is not expected"},
      {"CREATE TABLE t(a INT UNIQUE);",
       "CREATE TABLE t(a INT);",
       "unique constraint (a) of t is not expected"},
      {"CREATE TABLE t(a INT UNIQUE ON CONFLICT FAIL);",
       "CREATE TABLE t(a INT UNIQUE);",
       "unique constraint (a) of t: on conflict is fail, expected abort"},
      {"CREATE TABLE t(a INT, PRIMARY KEY (a) ON CONFLICT FAIL);",
       "CREATE TABLE t(a INT, PRIMARY KEY (a DESC) ON CONFLICT FAIL);",
       "primary key of t: on sqlite is none, expected \"a\" DESC"},
      {"CREATE TABLE t(a INT NOT NULL);",
       "CREATE TABLE t(a INT NOT NULL ON CONFLICT REPLACE);",
       "column t.a: on null is abort, expected replace"},
      {"CREATE TABLE t(a INT); CREATE INDEX i ON t(a);",
       "CREATE TABLE t(a INT); CREATE INDEX i ON t(a DESC);",
       "index i of t: keys is (a), expected (a desc)"},
      {"CREATE TABLE t(a INT) STRICT;",
       "CREATE TABLE t(a INT);",
       "table t: strict is yes, expected no"},
      {"CREATE VIEW v AS SELECT 1;",
       "CREATE VIEW v AS SELECT 2;",
       "view v: query is SELECT 1, expected SELECT 2"},
  }));
  const auto lines = compared(found, expected);
  INFO(found << " against " << expected);
  CHECK(std::find(lines.begin(), lines.end(), line) != lines.end());
}

TEST_CASE("SQLite's own tables and the history are no part of a schema", "[inspect]") {
  CHECK(inspect("CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT);"
                "CREATE TABLE strata_history(id INTEGER PRIMARY KEY);"
                "CREATE INDEX h ON strata_history(id);")
            .tables.size() == 1);
}

TEST_CASE("constraints come with what is done with rows that break them", "[inspect]") {
  using enum model::conflict_action;
  const auto schema = inspect(
      "CREATE TABLE t(id INTEGER PRIMARY KEY ASC ON CONFLICT REPLACE AUTOINCREMENT,"
      " a TEXT NOT NULL ON CONFLICT IGNORE UNIQUE ON CONFLICT FAIL, b NULL ON CONFLICT FAIL,"
      " UNIQUE (a, b) ON CONFLICT ROLLBACK, UNIQUE (b) ON CONFLICT ABORT,"
      " CHECK (b > 0) ON CONFLICT IGNORE)");
  const model::table& t = schema.tables.at(0);
  CHECK(t.primary_key->on_conflict == replace);
  CHECK(t.columns[0].identity.has_value());
  CHECK(t.columns[1].on_null == ignore);
  CHECK(t.columns[2].on_null == abort); // What may be null breaks nothing by being so.
  std::vector<model::conflict_action> uniques;
  for (const model::unique_constraint& each : t.uniques)
    uniques.push_back(each.on_conflict);
  CHECK(uniques == std::vector{fail, rollback, abort});
}

TEST_CASE("keys come with collations and orders where they have some", "[inspect]") {
  const auto schema = inspect("CREATE TABLE t(a TEXT, 'b\"c' INT, d TEXT UNIQUE,"
                              " PRIMARY KEY (A collate nocase, [b\"c] DESC), UNIQUE (d ASC, a));"
                              "CREATE TABLE u(a TEXT PRIMARY KEY DESC)");
  CHECK(schema.tables.at(0).primary_key->sqlite_keys == R"("a" COLLATE "NOCASE", "b""c" DESC)");
  CHECK(schema.tables.at(0).primary_key->columns == std::vector<std::string>{"a", "b\"c"});
  for (const model::unique_constraint& each : schema.tables.at(0).uniques)
    CHECK(each.sqlite_keys.empty());
  CHECK(schema.tables.at(1).primary_key->sqlite_keys == R"("a" DESC)");
}

TEST_CASE("what the model cannot say is an error that names all of it", "[inspect]") {
  try {
    inspect("CREATE TABLE t(a INTEGER PRIMARY KEY DESC);"
            "CREATE VIRTUAL TABLE f USING fts5(x);");
    FAIL("it was read");
  } catch (const inspection_error& error) {
    const auto& names = error.unsupported();
    for (const char* name : {"table t: INTEGER PRIMARY KEY with DESC", "virtual table f"}) {
      CHECK(std::find(names.begin(), names.end(), name) != names.end());
    }
  }
}

TEST_CASE("a default that is a name stands for its letters", "[inspect]") {
  const auto columns = inspect("CREATE TABLE t (a TEXT DEFAULT \"it's\", b DEFAULT `x`,"
                               " c DEFAULT [y], d DEFAULT open, e DEFAULT null,"
                               " f DEFAULT CURRENT_DATE)")
                           .tables.front()
                           .columns;
  std::vector<std::string> defaults;
  for (const model::column& each : columns)
    defaults.push_back(sqlite(each.default_to));
  CHECK(defaults ==
        std::vector<std::string>{"'it''s'", "'x'", "'y'", "'open'", "NULL", "CURRENT_DATE"});
}

TEST_CASE("checks and predicates may name their own table in front of a column", "[inspect]") {
  const char* plain = "CREATE TABLE t (a, CHECK (a > 0)); CREATE INDEX i ON t (a) WHERE a > 3";
  for (const char* named : {"t.a", "\"t\".\"a\"", "[t].[a]", "`T`.a", "main.t.a"}) {
    INFO(named);
    const std::string a = named;
    const std::string found =
        "CREATE TABLE t (a, CHECK (" + a + " > 0)); CREATE INDEX i ON t (a) WHERE " + a + " > 3";
    CHECK(compared(found.c_str(), plain) == equal);
  }
  CHECK(inspect("CREATE TABLE t (a, CHECK (a <> 't.a'))").tables[0].checks[0].expression.sqlite ==
        "a <> 't.a'");
}
