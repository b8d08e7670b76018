// Accessors through a transaction pooler, a real one.
#include "tests/database/accessors/shelter.hpp"

using namespace strata::testing;
namespace owners = shelter::db::owners;

namespace {

std::int64_t server_process(strata::queryable& db) {
  return strata::query<std::int32_t>(db, "SELECT pg_backend_pid()").at(0);
}

/// Holds the server session that has just become idle, so that the next statement gets another.
struct occupied {
  explicit occupied(const std::string& url) : db(url, {.prepare = false}), held(db) {
    server_process(held);
  }

  strata::connection db;
  strata::transaction held;
};

} // namespace

TEST_CASE("accessors that prepare nothing work through a transaction pooler", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    if (on == strata::dialect::sqlite)
      continue;
    shelter_database shelter(on);
    const std::string url = shelter.made.pooled_url();
    if (url.empty())
      continue;
    strata::connection db(url, {.prepare = false});
    const auto first = server_process(db);

    const auto made = add_owner(db, 1);
    const occupied other(url);
    CHECK(server_process(db) != first); // So it is a pooler of transactions.
    CHECK(owners::find(db, uuid_of(1)) == made);
    {
      strata::transaction all(db);
      add_owner(all, 2);
      const auto inside = server_process(all);
      const occupied another(url);
      CHECK(server_process(all) == inside);
      all.commit();
    }
    {
      strata::transaction lost(db);
      add_owner(lost, 3);
    }
    CHECK(owners::count(db) == 2);
    CHECK(owners::insert_many(db, {{.name = "Bo", .email = "b"}, {.name = "Cleo", .email = "c"}}) ==
          2);
    CHECK(owners::update(db, owners::col::name == "Bo", {.name = "Bea"}) == 1);
    CHECK(owners::erase(db, owners::col::name == "Cleo") == 1);
    CHECK(owners::count(shelter.db) == 3);
  }
}

TEST_CASE("accessors that prepare are told what to do behind a transaction pooler", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    if (on == strata::dialect::sqlite)
      continue;
    shelter_database shelter(on);
    const std::string url = shelter.made.pooled_url();
    if (url.empty())
      continue;
    strata::connection db(url);
    owners::count(db);
    const occupied other(url);
    try {
      owners::count(db);
      FAIL("a statement was found that another server session had prepared");
    } catch (const strata::query_error& failed) {
      CHECK(failed.facts().code == "R007");
      CHECK_THAT(failed.what(), Catch::Matchers::ContainsSubstring("{.prepare = false}"));
    }
  }
}
