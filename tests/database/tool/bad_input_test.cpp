// Databases that cannot be read, or change meanwhile.
#include "codegen/tool/changed_meanwhile.hpp"
#include "tests/database/tool/tool_run.hpp"
#include "tests/support/catch.hpp"

#include <strata/runtime/error.hpp>

#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>

using namespace strata;
using strata::testing::outcome;
using strata::testing::run_tool;
using strata::testing::scratch_database;

namespace {

bool is_postgresql(strata::dialect which) { return which == strata::dialect::postgresql; }

/// The URL with another role, who has a password.
std::string as_role(const std::string& url, const std::string& role) {
  const std::size_t begin = url.find("//") + 2;
  return url.substr(0, begin) + role + ":secret" + url.substr(url.find('@'));
}

} // namespace

TEST_CASE("whoever may not connect is told so, without the password", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    if (!is_postgresql(which))
      continue;
    const scratch_database database(which);
    const auto session = database.open();
    session->execute("DO $$ BEGIN CREATE ROLE strata_nobody LOGIN PASSWORD 'secret'; "
                     "EXCEPTION WHEN duplicate_object THEN NULL; END $$");
    const auto name = session->query("SELECT current_database()");
    session->execute("REVOKE CONNECT ON DATABASE \"" +
                     std::get<std::string>(name.rows.at(0).at(0)) + "\" FROM PUBLIC");
    const outcome refused = run_tool({"show", as_role(database.url(), "strata_nobody")});
    CHECK(refused.code == 3);
    CHECK(refused.errors.find("permission denied for database") != std::string::npos);
    CHECK(refused.errors.find("secret") == std::string::npos);
  }
}

TEST_CASE("who may connect reads the whole catalogue, allowed to read tables or not", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    if (!is_postgresql(which))
      continue;
    const scratch_database database(which);
    database.open()->execute("DO $$ BEGIN CREATE ROLE strata_nobody LOGIN PASSWORD 'secret'; "
                             "EXCEPTION WHEN duplicate_object THEN NULL; END $$;"
                             "CREATE SCHEMA hidden; CREATE TABLE hidden.t (id serial, a text "
                             "DEFAULT 'x'); CREATE SEQUENCE hidden.s;"
                             "CREATE VIEW hidden.v AS SELECT a FROM hidden.t");
    const outcome owner = run_tool({"show", database.url()});
    const outcome stranger = run_tool({"show", as_role(database.url(), "strata_nobody")});
    INFO(stranger.errors);
    CHECK(stranger.code == 0);
    CHECK(stranger.out == owner.out);
  }
}

TEST_CASE("a file that is no database, and one that is not there", "[tool]") {
  const scratch_database database(strata::dialect::sqlite);
  const std::string path = database.url().substr(std::string("sqlite:").size()) + ".text";
  std::ofstream(path) << "This is a text of more than a hundred bytes, which no database begins "
                         "with, so that SQLite says what it thinks of it, and the tool repeats it.";
  const outcome text = run_tool({"show", "sqlite:" + path});
  CHECK(text.code == 3);
  CHECK(text.errors == "strata: " + path + ": file is not a database\n");
  const outcome missing = run_tool({"show", "sqlite:" + path + ".missing"});
  CHECK(missing.code == 3);
  CHECK(missing.errors.find(path + ".missing: unable to open") != std::string::npos);
  CHECK_FALSE(std::ifstream(path + ".missing").good());
}

TEST_CASE("what went meanwhile is told by the server's code, in whatever language", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    if (!is_postgresql(which))
      continue;
    const scratch_database database(which);
    const auto session = database.open();
    const auto code_of = [&](const std::string& query) {
      try {
        session->query(query);
        return std::string("none");
      } catch (const error& failed) {
        return failed.facts().sqlstate;
      }
    };
    using codegen::has_changed_meanwhile;
    // 1 is the number of nothing.
    CHECK(has_changed_meanwhile(code_of("SELECT pg_sequence_last_value(1)")));
    CHECK(has_changed_meanwhile(code_of("SELECT pg_sequence_parameters(1)")));
    CHECK(has_changed_meanwhile(code_of("SELECT 'gone'::regtype")));
    CHECK(has_changed_meanwhile(code_of("SELECT 'gone()'::regprocedure")));
    CHECK_FALSE(has_changed_meanwhile(code_of("SELECT 1/0")));
    CHECK_FALSE(has_changed_meanwhile(code_of("SET statement_timeout = 'x'")));
  }
}

TEST_CASE("what changes while it is read is read as it was at one moment", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    const scratch_database database(which);
    std::string make = "BEGIN;";
    std::string unmake = "BEGIN;";
    for (const char* name : {"a", "b", "c", "d", "e"}) {
      const std::string n = name;
      make += "CREATE TABLE " + n +
              " (id integer PRIMARY KEY, x text DEFAULT 'y' CHECK (x <> ''));" + "CREATE INDEX i_" +
              n + " ON " + n + " (x);CREATE VIEW v_" + n + " AS SELECT x FROM " + n + ";";
      unmake += "DROP VIEW v_" + n + ";DROP TABLE " + n + ";";
    }
    database.open()->execute("CREATE TABLE always (id integer)");
    std::atomic<bool> done = false;
    std::thread changing([&] {
      const auto session = database.open();
      while (!done) {
        session->execute(make + "COMMIT;");
        // A writer that never rests lets nobody read a SQLite file.
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        session->execute(unmake + "COMMIT;");
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
      }
    });
    int failed = 0;
    std::string problem;
    for (int time = 0; time < 25; ++time) {
      const outcome read = run_tool({"show", database.url()});
      const bool is_whole =
          read.out.find("1 table, 1 column\n") == 0 ||
          read.out.find("6 tables, 11 columns, 10 constraints, 5 indexes, 5 views\n") == 0;
      if (read.code != 0 || !is_whole) {
        ++failed;
        problem = read.errors + read.out.substr(0, 200);
      }
    }
    done = true;
    changing.join();
    INFO(problem);
    CHECK(failed == 0);
  }
}
