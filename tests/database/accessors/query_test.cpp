// SQL of the application's own, read into tuples, structs and single values.
#include "tests/database/accessors/shelter.hpp"

using namespace strata::testing;
namespace pets = shelter::db::pets;

namespace {

struct summary {
  std::string owner;
  std::optional<strata::numeric> heaviest;
  std::int64_t pets = 0;

  friend bool operator==(const summary&, const summary&) = default;
};

} // namespace

TEST_CASE("joins are read into what the application says", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto& db = shelter.db;
    add_owner(db, 1);
    add_owner(db, 2);
    pets::insert(db, {.owner_id = uuid_of(1), .number = 1, .called = "rex", .weight = 7});
    const std::string_view sql =
        "SELECT o.name, max(p.weight), count(p.number) FROM owners o "
        "LEFT JOIN pets p ON p.owner_id = o.id WHERE o.class = $2 AND o.name <> $1 "
        "GROUP BY o.name ORDER BY o.name";
    CHECK(strata::query<summary>(db, sql, "nobody", 1) ==
          std::vector<summary>{{"owner 1", strata::numeric(7), 1}, {"owner 2", std::nullopt, 0}});
    using tuple = std::tuple<std::string, std::optional<strata::numeric>, std::int64_t>;
    CHECK(strata::query<tuple>(db, sql, "owner 1", 1) ==
          std::vector<tuple>{{"owner 2", std::nullopt, 0}});
    CHECK(strata::query<std::string>(db, "SELECT name FROM owners WHERE id = $1", uuid_of(2)) ==
          std::vector<std::string>{"owner 2"});
  }
}

TEST_CASE("a statement that does not fit what is read is refused", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto& db = shelter.db;
    add_owner(db, 1);
    CHECK_THROWS_AS(strata::query<summary>(db, "SELECT name FROM owners"), strata::query_error);
    CHECK_THROWS_AS(strata::query<std::int64_t>(db, "SELECT name FROM owners"),
                    strata::conversion_error);
    CHECK_THROWS_AS(strata::query<std::string>(db, "SELECT site FROM owners"),
                    strata::conversion_error);
    CHECK(code_of([&] {
            strata::query<std::string>(db, "SELECT name FROM owners WHERE name = $1");
          }) == "R061");
  }
}

TEST_CASE("every integer type of C++ is a parameter and is read", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    const scratch_database made(on);
    strata::connection db(made.url());
    db.execute("CREATE TABLE t (a bigint)");
    strata::execute(db, "INSERT INTO t VALUES ($1)", std::size_t{1});
    strata::execute(db, "INSERT INTO t VALUES ($1)", 2U);
    strata::execute(db, "INSERT INTO t VALUES ($1)", 3LL);
    strata::execute(db, "INSERT INTO t VALUES ($1)", 4UL);
    strata::execute(db, "INSERT INTO t VALUES ($1)", static_cast<unsigned char>(5));
    strata::execute(db, "INSERT INTO t VALUES ($1)", static_cast<signed char>(-6));
    strata::execute(db, "INSERT INTO t VALUES ($1)", std::optional<unsigned short>(7));
    CHECK(strata::query<unsigned>(db, "SELECT a FROM t WHERE a > 0 ORDER BY a") ==
          std::vector<unsigned>{1, 2, 3, 4, 5, 7});
    CHECK(strata::query<unsigned long long>(db, "SELECT a FROM t WHERE a = $1", 7ULL) ==
          std::vector<unsigned long long>{7});
    CHECK(strata::query<long long>(db, "SELECT a FROM t WHERE a < 0") ==
          std::vector<long long>{-6});
    CHECK_THROWS_AS(strata::query<unsigned>(db, "SELECT a FROM t WHERE a < 0"),
                    strata::conversion_error);
    CHECK_THROWS_AS(strata::execute(db, "INSERT INTO t VALUES ($1)", ~0ULL),
                    strata::conversion_error);
    CHECK_THROWS_AS(
        strata::execute(db, "INSERT INTO t VALUES ($1)", static_cast<const char*>(nullptr)),
        strata::conversion_error);
  }
}

TEST_CASE("each loop over a selection asks anew", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto& db = shelter.db;
    for (unsigned char number = 1; number <= 3; ++number) {
      add_owner(db, number);
    }
    namespace owners = shelter::db::owners;
    const auto names = [](auto& rows) {
      std::vector<std::string> found;
      for (const auto& [name] : rows) {
        found.push_back(name);
      }
      return found;
    };
    auto rows = owners::select(db, owners::col::name);
    rows.order_by(owners::col::name.asc());
    CHECK(names(rows).size() == 3);
    rows.where(owners::col::name != "owner 1");
    CHECK(names(rows) == std::vector<std::string>{"owner 2", "owner 3"});
    rows.limit(1);
    CHECK(names(rows) == std::vector<std::string>{"owner 2"});
    owners::erase(db, owners::col::name == "owner 2");
    CHECK(names(rows) == std::vector<std::string>{"owner 3"});
    int pairs = 0;
    auto all = owners::select(db);
    for (const auto& one : all) {
      for (const auto& other : all) {
        pairs += one.id == other.id ? 1 : 10;
      }
    }
    CHECK(pairs == 22);
    CHECK(std::distance(all.begin(), all.end()) == 2);
  }
}

TEST_CASE("one statement may end with a semicolon and a comment", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    const scratch_database made(on);
    strata::connection db(made.url());
    for (const char* text : {"SELECT 1; -- done", "; SELECT 1 /* done */ ;;\n-- done\n"}) {
      CHECK(strata::query<int>(db, text) == std::vector<int>{1});
    }
    CHECK_THROWS_AS(strata::query<int>(db, "SELECT 1; SELECT 2 -- done"), strata::query_error);
  }
}

TEST_CASE("a statement with NUL is refused, and runs not in part", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    const scratch_database made(on);
    strata::connection db(made.url());
    const std::string text("CREATE TABLE t (a integer);\0 DROP TABLE t", 42);
    CHECK(code_of([&] { db.execute(text); }) == "R068");
    CHECK(code_of([&] { db.run(text); }) == "R068");
    CHECK(code_of([&] { db.run(text, {}, false); }) == "R068");
    CHECK_NOTHROW(db.execute("CREATE TABLE t (a integer)"));
  }
}
