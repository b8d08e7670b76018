// A broken constraint is an error of its kind that bears the constraint's name, on every database.
#include "tests/database/accessors/shelter.hpp"

using namespace strata::testing;
namespace owners = shelter::db::owners;
namespace pets = shelter::db::pets;
namespace visits = shelter::db::visits;

namespace {

/// The name in the error that `work` throws, which must be an Error with the code.
template <typename Error, typename Work>
std::string broken(std::string_view code, Work&& work) {
  try {
    work();
  } catch (const Error& failed) {
    CHECK(failed.facts().code == code);
    CHECK_FALSE(failed.facts().statement.empty());
    return failed.facts().constraint;
  }
  return "nothing was thrown";
}

} // namespace

TEST_CASE("broken unique constraints are named", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto& db = shelter.db;
    const auto owner = add_owner(db, 1);
    using error = strata::unique_violation;
    CHECK(broken<error>("R071", [&] {
            owners::insert(db, {.id = owner.id, .name = "x", .email = "x"});
          }) == "owners_pkey");
    CHECK(broken<error>("R071", [&] { owners::insert(db, {.name = "x", .email = owner.email}); }) ==
          "owners_email_key");
    owners::update(db, owner.id, {.site = "north"});
    CHECK(broken<error>("R071", [&] {
            owners::insert(db, {.name = owner.name, .email = "x", .site = "north"});
          }) == "owners_name_site_key");
    pets::insert(db, {.owner_id = owner.id, .number = 1, .called = "a"});
    CHECK(broken<error>("R071", [&] {
            pets::insert(db, {.owner_id = owner.id, .number = 1, .called = "b"});
          }) == "pets_pkey");
    CHECK(broken<error>("R071", [&] {
            pets::insert_many(db, {{.owner_id = owner.id, .number = 1, .called = "b"}});
          }) == "pets_pkey");
    const auto tick = shelter::db::ticks::insert(db, {});
    CHECK(broken<error>("R071", [&] { shelter::db::ticks::insert(db, {.id = tick.id}); }) ==
          "ticks_pkey");
  }
}

TEST_CASE("broken foreign keys are named", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto& db = shelter.db;
    using error = strata::foreign_key_violation;
    CHECK(broken<error>("R072", [&] {
            pets::insert(db, {.owner_id = uuid_of(9), .number = 1, .called = "a"});
          }) == "pets_owner_id_fkey");
    CHECK(broken<error>("R072", [&] {
            pets::insert_many(db, {{.owner_id = uuid_of(9), .number = 1, .called = "a"}});
          }) == "pets_owner_id_fkey");
    add_owner(db, 1);
    pets::insert(db, {.owner_id = uuid_of(1), .number = 1, .called = "a"});
    visits::insert(db, {.owner_id = uuid_of(1), .number = 1});
    CHECK(broken<error>("R072", [&] {
            visits::insert(db, {.owner_id = uuid_of(1), .number = 2});
          }) == "visits_owner_id_number_fkey");
    CHECK(broken<error>("R072", [&] { pets::erase(db, uuid_of(1), 1); }) ==
          "visits_owner_id_number_fkey");
    CHECK(broken<error>("R072", [&] { pets::update(db, uuid_of(1), 1, {.number = 5}); }) ==
          "visits_owner_id_number_fkey");
    CHECK(broken<error>("R072", [&] { owners::erase(db, uuid_of(1)); }) ==
          "visits_owner_id_number_fkey");
    // Looking for the name must leave nothing behind.
    CHECK(visits::count(db) == 1);
    CHECK(pets::count(db) == 1);
    CHECK_FALSE(db.in_transaction());
  }
}

TEST_CASE("broken checks are named, and not-null columns", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto& db = shelter.db;
    CHECK(broken<strata::check_violation>("R074", [&] {
            owners::insert(db, {.name = "x", .email = "x", .class_ = 0});
          }) == "owners_class_is_positive");
    CHECK(broken<strata::not_null_violation>("R073", [&] {
            strata::execute(db, "INSERT INTO owners (name, email) VALUES ($1, NULL)", "x");
          }) == "email");
  }
}

TEST_CASE("a statement that the database cannot read says so with its text", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    try {
      strata::execute(shelter.db, "SELECT a FROM nowhere");
      FAIL("read from nowhere");
    } catch (const strata::query_error& failed) {
      CHECK(failed.facts().code == "R060");
      CHECK(failed.facts().statement == "SELECT a FROM nowhere");
      CHECK(std::string(failed.what()).find("nowhere") != std::string::npos);
    }
  }
}
