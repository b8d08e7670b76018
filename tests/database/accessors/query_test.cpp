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
