// Connections: prepared or not, broken, refused, and silent about passwords.
#include "tests/database/accessors/shelter.hpp"

#include <filesystem>
#include <fstream>

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
    const scratch_database folder(strata::dialect::sqlite);
    const std::string file = folder.url().substr(std::string("sqlite:").size()) + ".backup";
    shelter.db.session().backup(file);
    CHECK(std::filesystem::file_size(file) > 0);
    CHECK_FALSE(std::filesystem::exists(file + ".partial"));
    if (on == strata::dialect::sqlite) {
      strata::connection copy("sqlite:" + file);
      CHECK(owners::count(copy) == 1);
    }
    CHECK_THROWS_AS(shelter.db.session().backup("/nowhere/at/all"), strata::connection_error);
  }
}
