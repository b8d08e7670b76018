// Accessors through poolers, real ones: right without being told.
#include "tests/database/accessors/shelter.hpp"

#include "src/postgresql/statement_name.hpp"

#include <thread>

using namespace strata::testing;
namespace owners = shelter::db::owners;
namespace samples = shelter::db::samples;

namespace {

std::int64_t server_process(strata::queryable& db) {
  return strata::query<std::int32_t>(db, "SELECT pg_backend_pid()").at(0);
}

std::int64_t kept_statements(strata::queryable& db) {
  return strata::query<std::int64_t>(db, "SELECT count(*) FROM pg_prepared_statements").at(0);
}

/// Holds the server session that has just become idle, so that the next statement gets another.
struct occupied {
  explicit occupied(const std::string& url) : db(url), held(db) { server_process(held); }

  strata::connection db;
  strata::transaction held;
};

/// Runs the section behind each pooler that there is; `shelter` and `url` are there.
template <typename Work>
void behind_each_pooler(Work&& work) {
  if (tested_dialects().size() < 2)
    return;
  for (const pooling by : {pooling::of_transactions, pooling::of_sessions}) {
    DYNAMIC_SECTION((by == pooling::of_sessions ? "sessions" : "transactions")) {
      shelter_database shelter(strata::dialect::postgresql);
      if (const std::string url = shelter.made.pooled_url(by); !url.empty())
        work(shelter, url, by);
    }
  }
}

} // namespace

TEST_CASE("a pooler is recognised when a connection opens", "[accessors]") {
  behind_each_pooler([](shelter_database& shelter, const std::string& url, pooling) {
    CHECK_FALSE(shelter.db.session().is_pooled());
    strata::connection db(url);
    CHECK(db.session().is_pooled());
    owners::count(db);
    CHECK(kept_statements(db) == 0);
  });
}

TEST_CASE("accessors work through a pooler", "[accessors]") {
  behind_each_pooler([](shelter_database& shelter, const std::string& url, pooling by) {
    strata::connection db(url);
    const auto first = server_process(db);
    const auto made = add_owner(db, 1);
    const occupied other(url);
    CHECK((server_process(db) != first) == (by == pooling::of_transactions));
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
  });
}

TEST_CASE("no statement of another client runs", "[accessors]") {
  behind_each_pooler([](shelter_database& shelter, const std::string& url, pooling) {
    for (unsigned char i = 1; i <= 40; ++i) {
      add_owner(shelter.db, i);
    }
    const auto work = [&url](bool erases) {
      strata::connection db(url);
      for (unsigned char i = 1; i <= 40; ++i) {
        if (erases) {
          owners::erase(db, uuid_of(static_cast<unsigned char>(i + 100)));
        } else {
          owners::find(db, uuid_of(i));
        }
      }
    };
    std::thread erasing(work, true);
    std::thread reading(work, false);
    erasing.join();
    reading.join();
    CHECK(owners::count(shelter.db) == 40);
  });
}

TEST_CASE("another client's settings change no value", "[accessors]") {
  behind_each_pooler([](shelter_database&, const std::string& url, pooling) {
    strata::connection other(url);
    for (const char* setting : {"IntervalStyle = 'sql_standard'",
                                "extra_float_digits = -5",
                                "DateStyle = 'SQL, DMY'",
                                "array_nulls = off"}) {
      other.execute(std::string("SET ") + setting);
    }
    strata::connection db(url);
    for (const bool inside : {false, true}) {
      strata::transaction all(db);
      strata::queryable& on = inside ? static_cast<strata::queryable&>(all) : db;
      if (!inside)
        all.rollback();
      auto given = plain_sample();
      given.span = strata::interval{
          .months = -14, .days = -3, .time = -std::chrono::microseconds(3723000004)};
      given.twice = 0.1 + 0.2;
      const auto made = samples::insert(on, given);
      CHECK(made.span == given.span.value());
      CHECK(made.twice == 0.1 + 0.2);
      CHECK(made.day == given.day.value());
      CHECK(samples::insert_many(on, {given}) == 1);
      CHECK(samples::count(on, samples::col::span == given.span.value()) == 2);
      samples::erase(on, strata::every_row);
      if (inside)
        all.commit();
    }
  });
}

TEST_CASE("a connection pins what values are written and read by", "[accessors]") {
  if (tested_dialects().size() < 2)
    return;
  shelter_database shelter(strata::dialect::postgresql);
  shelter.made.open()->execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET IntervalStyle = "
                               "''sql_standard''', current_database()); EXECUTE format('ALTER "
                               "DATABASE %I SET extra_float_digits = -5', current_database()); END "
                               "$$");
  strata::connection db(shelter.made.url());
  auto given = plain_sample();
  given.span = strata::interval{.months = -14, .days = -3, .time = std::chrono::microseconds(-4)};
  given.twice = 0.1 + 0.2;
  const auto made = samples::insert(db, given);
  CHECK(made.span == given.span.value());
  CHECK(made.twice == 0.1 + 0.2);
}

// What follows happens behind a pooler that does not show itself.

TEST_CASE("a name that another client has prepared is the same statement", "[accessors]") {
  if (tested_dialects().size() < 2)
    return;
  const scratch_database made(strata::dialect::postgresql);
  strata::connection db(made.url());
  const std::string text = "SELECT 1";
  const std::string taken = "PREPARE " + strata::postgresql::statement_name(text) + " AS " + text;
  db.execute(taken);
  CHECK(strata::query<int>(db, text) == std::vector<int>{1});
  strata::connection second(made.url());
  second.execute(taken);
  {
    strata::transaction inside(second);
    CHECK(code_of([&] { strata::query<int>(inside, text); }) == "R007");
  }
  strata::transaction again(second);
  CHECK(strata::query<int>(again, text) == std::vector<int>{1});
}

TEST_CASE("a statement that the server connection has lost is run all the same", "[accessors]") {
  if (tested_dialects().size() < 2)
    return;
  const scratch_database made(strata::dialect::postgresql);
  for (const bool inside : {false, true}) {
    strata::connection db(made.url());
    strata::query<int>(db, "SELECT 1");
    db.execute("DEALLOCATE ALL");
    if (inside) {
      strata::transaction failing(db);
      CHECK(code_of([&] { strata::query<int>(failing, "SELECT 1"); }) == "R007");
    }
    CHECK(strata::query<int>(db, "SELECT 1") == std::vector<int>{1});
    strata::transaction again(db);
    CHECK(strata::query<int>(again, "SELECT 1") == std::vector<int>{1});
  }
}

TEST_CASE("a statement's name is a digest of its text", "[accessors]") {
  using strata::postgresql::statement_name;
  // As Python's hashlib.blake2s says.
  CHECK(statement_name("") == "strata_69217a3079908094e11121d042354a7c1f55b6482ca1a51e");
  CHECK(statement_name("SELECT 1") == "strata_098e513ee81711c40f36113b534e3310b735174ef1b815fa");
  CHECK(statement_name(std::string(64, 'a')) ==
        "strata_651d2f5f20952eacaea2fba2f2af2bcd633e511ea2d2e4c9");
  CHECK(statement_name(std::string(1000, 'x')) ==
        "strata_267200e86d237971cc5dac276d6e19b4f20aba6a1cf52c90");
}
