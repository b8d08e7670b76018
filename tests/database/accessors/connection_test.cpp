// Connections: prepared or not, broken, refused, and silent about passwords.
#include "tests/database/accessors/shelter.hpp"

#include "src/runtime/statement_limit.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace strata::testing;
namespace owners = shelter::db::owners;

TEST_CASE("statements need not be prepared", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    strata::connection db(shelter.made.url(), {.prepare = false});
    add_owner(db, 1);
    CHECK(owners::find(db, uuid_of(1)).has_value());
    if (on == strata::dialect::postgresql) {
      CHECK(strata::query<std::int64_t>(db, "SELECT count(*) FROM pg_prepared_statements") ==
            std::vector<std::int64_t>{0});
    }
  }
}

TEST_CASE("statements are prepared once", "[accessors]") {
  const auto all = tested_dialects();
  if (all.size() < 2)
    return;
  shelter_database shelter(strata::dialect::postgresql);
  for (int i = 0; i < 3; ++i) {
    owners::find(shelter.db, uuid_of(1));
  }
  const auto prepared = strata::query<std::int64_t>(
      shelter.db,
      "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT \"id\"%'");
  CHECK(prepared == std::vector<std::int64_t>{1});
}

TEST_CASE("a broken connection stays broken and says so", "[accessors]") {
  const auto all = tested_dialects();
  if (all.size() < 2)
    return;
  shelter_database shelter(strata::dialect::postgresql);
  strata::connection other(shelter.made.url());
  const auto backend = strata::query<std::int32_t>(shelter.db, "SELECT pg_backend_pid()").at(0);
  strata::query<bool>(other, "SELECT pg_terminate_backend($1)", backend);
  CHECK_THROWS_AS(owners::count(shelter.db), strata::connection_error);
  CHECK_THROWS_AS(owners::count(shelter.db), strata::connection_error);
}

TEST_CASE("no message shows a password", "[accessors]") {
  for (const char* url : {"postgresql://kim:s3cret@127.0.0.1:1/db",
                          "postgresql://kim:s3cret/x@127.0.0.1:1/db",
                          "postgresql://kim:s3cret@x@127.0.0.1:1/db",
                          "postgresql://kim:%zzs3cret@127.0.0.1:1/db",
                          "postgresql://kim@127.0.0.1:1/db?password=s3cret",
                          "mysql://kim:s3cret@127.0.0.1/db"}) {
    try {
      strata::connection refused{std::string(url)};
      FAIL("connected to " << url);
    } catch (const strata::connection_error& failed) {
      CAPTURE(url);
      CHECK(std::string(failed.what()).find("s3cret") == std::string::npos);
    }
  }
}

TEST_CASE("a file that is no database is refused", "[accessors]") {
  CHECK_THROWS_AS(strata::connection(std::string("sqlite:/nowhere/at/all.db")),
                  strata::connection_error);
  const scratch_database folder(strata::dialect::sqlite);
  std::ofstream(folder.url().substr(std::string("sqlite:").size())) << std::string(2000, 'x');
  CHECK_THROWS_AS(strata::connection(folder.url()), strata::connection_error);
  CHECK_THROWS_AS(strata::connection(std::string("sqlite:")), strata::connection_error);
  CHECK_THROWS_AS(strata::connection(std::string("sqlite://host/path")), strata::connection_error);
}

TEST_CASE("what cannot be reached, opened or written is told apart", "[accessors]") {
  const auto opening = [](const char* url) {
    return code_of([&] { strata::connection refused{std::string(url)}; });
  };
  CHECK(opening("postgresql://kim@127.0.0.1:1/db") == "R003");
  CHECK(opening("sqlite:/nowhere/at/all.db") == "R003");
  CHECK(opening("postgresql://kim:a/b@127.0.0.1:1/db") == "R002");
  CHECK(opening("sqlite:") == "R002");
  strata::connection db(std::string("sqlite::memory:"));
  CHECK(code_of([&] { db.session().backup("/nowhere/at/all"); }) == "R005");
}

TEST_CASE("a database in memory works like a file", "[accessors]") {
  strata::connection db(std::string("sqlite::memory:"));
  db.execute("CREATE TABLE t (n INTEGER)");
  CHECK(strata::execute(db, "INSERT INTO t VALUES ($1)", 5) == 1);
  CHECK(strata::query<int>(db, "SELECT n FROM t") == std::vector<int>{5});
}

TEST_CASE("a backup is a copy that can be read", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    add_owner(shelter.db, 1);
    if (!can_back_up(on))
      continue;
    const scratch_database folder(strata::dialect::sqlite);
    const std::string file = folder.url().substr(std::string("sqlite:").size()) + ".backup";
    shelter.db.session().backup(file);
    CHECK(std::filesystem::file_size(file) > 0);
    CHECK_FALSE(std::filesystem::exists(file + ".partial"));
    if (on == strata::dialect::sqlite) {
      strata::connection copy("sqlite:" + file);
      CHECK(owners::count(copy) == 1);
    }
    CHECK_THROWS_AS(shelter.db.session().backup("/nowhere/at/all"), strata::error);
  }
}

TEST_CASE("SQLite's URLs say how a file is opened", "[accessors]") {
  const scratch_database made(strata::dialect::sqlite);
  made.open()->execute("CREATE TABLE t (a)");
  const std::string missing = made.url() + ".missing";
  strata::connection reading(made.url() + "?mode=ro");
  CHECK(strata::query<int>(reading, "SELECT count(*) FROM t") == std::vector<int>{0});
  CHECK_THROWS_AS(reading.execute("INSERT INTO t VALUES (1)"), strata::query_error);
  strata::connection writing(made.url() + "?mode=rw");
  CHECK_NOTHROW(writing.execute("INSERT INTO t VALUES (1)"));
  CHECK(code_of([&] { strata::connection refused(missing + "?mode=ro"); }) == "R006");
  CHECK(code_of([&] { strata::connection refused(missing + "?mode=rw"); }) == "R006");
  for (const char* parameters : {"?mode=memory", "?cache=shared", "?mode=ro&immutable=1", "?"}) {
    CAPTURE(parameters);
    CHECK(code_of([&] { strata::connection refused(missing + parameters); }) == "R002");
  }
  CHECK(code_of([&] { strata::connection refused("sqlite:file:" + missing.substr(7)); }) == "R002");
  CHECK(code_of([&] { strata::connection refused(std::string("sqlite::memory:?mode=ro")); }) ==
        "R002");
  for (const auto& each : std::filesystem::directory_iterator(
           std::filesystem::path(made.url().substr(7)).parent_path())) {
    CHECK(each.path().filename() == "test.db");
  }
  CHECK_NOTHROW(strata::connection(missing + "?mode=rwc"));
}

TEST_CASE("a limit and somebody's cancelling are told apart", "[accessors]") {
  if (tested_dialects().size() < 2)
    return;
  const scratch_database made(strata::dialect::postgresql);
  strata::connection db(made.url());
  const auto is_limit = [&](const char* statement) {
    try {
      db.run(statement, {}, false);
    } catch (const strata::query_error& failed) {
      CHECK(failed.facts().sqlstate == "57014");
      return strata::detail::reached_limit(db.session(), failed);
    }
    FAIL("it was not ended");
    return false;
  };
  db.execute("SET statement_timeout = 20");
  CHECK(is_limit("SELECT pg_sleep(10)"));
  CHECK(is_limit("DO $$ BEGIN PERFORM pg_sleep(10); END $$"));
  db.execute("SET statement_timeout = 10000");
  const auto mine = strata::query<std::int32_t>(db, "SELECT pg_backend_pid()").at(0);
  std::thread cancelling([&] {
    strata::connection other(made.url());
    const auto sleeps = [&] {
      return strata::query<bool>(other,
                                 "SELECT count(*) > 0 FROM pg_stat_activity WHERE pid = $1 AND "
                                 "wait_event = 'PgSleep'",
                                 mine)
          .at(0);
    };
    while (!sleeps()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    strata::query<bool>(other, "SELECT pg_cancel_backend($1)", mine);
  });
  CHECK_FALSE(is_limit("SELECT pg_sleep(5)"));
  cancelling.join();
}
