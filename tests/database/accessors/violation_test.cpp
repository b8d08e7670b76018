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

TEST_CASE("what a trigger refuses is a violation of no constraint", "[accessors]") {
  shelter_database shelter(strata::dialect::sqlite);
  shelter.db.execute(
      "CREATE TRIGGER no BEFORE INSERT ON owners BEGIN SELECT RAISE(ABORT, 'full'); END");
  CHECK(broken<strata::constraint_violation>("R070", [&] { add_owner(shelter.db, 1); }).empty());
}

TEST_CASE("broken exclusion constraints are named", "[accessors]") {
  if (tested_dialects().size() < 2)
    return;
  shelter_database shelter(strata::dialect::postgresql);
  shelter.db.execute(
      "CREATE TABLE t (r int4range, CONSTRAINT apart EXCLUDE USING gist (r WITH &&))");
  strata::execute(shelter.db, "INSERT INTO t VALUES ('[1,5]')");
  CHECK(broken<strata::exclusion_violation>("R075", [&] {
          strata::execute(shelter.db, "INSERT INTO t VALUES ('[2,3]')");
        }) == "apart");
}

TEST_CASE("a foreign key that restricts is named, and one that is checked at the end",
          "[accessors]") {
  shelter_database shelter(strata::dialect::sqlite);
  auto& db = shelter.db;
  db.execute("CREATE TABLE a (id INTEGER PRIMARY KEY);"
             "CREATE TABLE b (a INTEGER, CONSTRAINT held FOREIGN KEY (a) REFERENCES a (id) "
             "ON DELETE RESTRICT);"
             "CREATE TABLE c (a INTEGER, CONSTRAINT later FOREIGN KEY (a) REFERENCES a (id) "
             "DEFERRABLE INITIALLY DEFERRED);"
             "INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)");
  using error = strata::foreign_key_violation;
  CHECK(broken<error>("R072", [&] { strata::execute(db, "DELETE FROM \"a\""); }) == "held");
  strata::transaction all(db);
  strata::execute(all, "INSERT INTO c VALUES (9)");
  CHECK(broken<error>("R072", [&] { all.commit(); }) == "later");
}
