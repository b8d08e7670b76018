// A migration's text on a database in memory, as the runtime would run it.
#include "codegen/verify/sqlite_script.hpp"

#include "tests/support/catch.hpp"

using strata::codegen::memory_database;
using strata::codegen::statement_failed;

namespace {

std::string failed_statement(memory_database& database, const char* sql) {
  try {
    database.run_steps(sql);
  } catch (const statement_failed& failure) {
    return failure.statement();
  }
  return "none failed";
}

} // namespace

TEST_CASE("steps run in transactions, comments and all", "[verify]") {
  memory_database database;
  database.run_steps(
      "-- an opening comment\n"
      "-- strata: step 1 [expand]\n-- what it is for\nCREATE TABLE t (a);\n\n"
      "-- strata: step 2 [data]\nINSERT INTO t VALUES ('-- strata: step 9');\n-- end\n");
  CHECK(database.first_column("SELECT a FROM t") == std::vector<std::string>{"-- strata: step 9"});
}

TEST_CASE("foreign keys are off around the steps that say so, and only there", "[verify]") {
  memory_database database;
  database.run("CREATE TABLE p (id INTEGER PRIMARY KEY);"
               "CREATE TABLE c (p REFERENCES p ON DELETE CASCADE);"
               "INSERT INTO p VALUES (1); INSERT INTO c VALUES (1);");
  database.run_steps("-- strata: step 1 [contract] [foreign-keys-off]\nDELETE FROM p;\n");
  CHECK(database.first_column("SELECT p FROM c") == std::vector<std::string>{"1"});
  database.run_steps("-- strata: step 1 [data]\nINSERT INTO p VALUES (1);\nDELETE FROM p;\n");
  CHECK(database.first_column("SELECT p FROM c").empty());
}

TEST_CASE("the statement that fails is named", "[verify]") {
  memory_database database;
  CHECK(failed_statement(database,
                         "-- strata: step 1 [expand]\nCREATE TABLE t (a NOT NULL);\n\n"
                         "INSERT INTO t VALUES (NULL);\n\nSELECT 1;\n") ==
        "INSERT INTO t VALUES (NULL);");
  memory_database other;
  CHECK(failed_statement(other, "-- strata: step 1 [expand]\nCREATE TABL t;\n\nSELECT 1;\n") ==
        "CREATE TABL t;");
}

TEST_CASE("a double-quoted text is a name and nothing else", "[verify]") {
  memory_database database;
  CHECK_THROWS_AS(database.run("SELECT \"no such column\""), statement_failed);
}
