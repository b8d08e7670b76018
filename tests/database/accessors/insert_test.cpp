// Rows are inserted, changed, deleted.
#include "tests/database/accessors/shelter.hpp"

using namespace strata::testing;
namespace owners = shelter::db::owners;
namespace pets = shelter::db::pets;
namespace ticks = shelter::db::ticks;
namespace visits = shelter::db::visits;
using shelter::db::mood;

TEST_CASE("what is not given is the database's default, and comes back", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    const auto row = owners::insert(shelter.db, {.name = "Anna", .email = "anna@example.org"});
    CHECK(row.id != strata::uuid());
    CHECK(row.site == std::nullopt);
    CHECK(row.mood == mood::calm);
    CHECK(row.is_active);
    CHECK(row.class_ == 1);
    const auto age = std::chrono::system_clock::now() - row.created_at;
    CHECK(age < std::chrono::minutes(5));
    CHECK(age > std::chrono::minutes(-5));
    CHECK(owners::find(shelter.db, row.id) == row);
    CHECK(owners::find_by_email(shelter.db, "anna@example.org") == row);
    CHECK(owners::find_by_email(shelter.db, "nobody") == std::nullopt);
  }
}

TEST_CASE("a row of defaults alone is inserted", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    const auto first = ticks::insert(shelter.db, {});
    const auto second = ticks::insert(shelter.db, {});
    CHECK(second.id > first.id);
    CHECK(ticks::insert_many(shelter.db, {{}, {.id = 100}, {}}) == 3);
    CHECK(ticks::count(shelter.db) == 5);
  }
}

TEST_CASE("generated columns and mapped types are read", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    add_owner(shelter.db, 1);
    const auto row = pets::insert(
        shelter.db,
        {.owner_id = uuid_of(1), .number = 1, .called = "rex", .price = money::cents{250}});
    CHECK(row.shouted == "REX");
    CHECK(row.price == money::cents{250});
    CHECK(pets::count(shelter.db, pets::col::price > money::cents{200}) == 1);
  }
}

TEST_CASE("many rows are inserted, whatever each of them gives", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    std::vector<owners::new_row> many;
    for (int i = 0; i < 300; ++i) {
      owners::new_row each{.name = "n" + std::to_string(i), .email = std::to_string(i)};
      if (i % 100 == 50)
        each.site = "north";
      if (i % 100 == 51)
        each.site = std::nullopt;
      many.push_back(each);
    }
    CHECK(owners::insert_many(shelter.db, many) == 300);
    CHECK(owners::count(shelter.db, owners::col::site == "north") == 3);
    CHECK(owners::insert_many(shelter.db, {}) == 0);
  }
}

TEST_CASE("many rows are inserted all or none", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    const std::vector<owners::new_row> many{{.name = "a", .email = "1"},
                                            {.name = "b", .email = "2", .site = "x"},
                                            {.name = "c", .email = "1"}};
    CHECK_THROWS_AS(owners::insert_many(shelter.db, many), strata::unique_violation);
    CHECK(owners::count(shelter.db) == 0);
    strata::transaction all(shelter.db);
    add_owner(all, 1);
    CHECK_THROWS_AS(owners::insert_many(all, many), strata::unique_violation);
    all.commit();
    CHECK(owners::count(shelter.db) == 1);
  }
}

TEST_CASE("upsert inserts, and changes only what is given", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    const owners::new_row given{
        .id = uuid_of(1), .name = "Anna", .email = "anna@example.org", .site = "north"};
    CHECK(owners::upsert(shelter.db, given).site == "north");
    const auto changed =
        owners::upsert(shelter.db, {.id = uuid_of(1), .name = "Anne", .email = "anna@example.org"});
    CHECK(changed.name == "Anne");
    CHECK(changed.site == "north");
    const auto by_email = owners::upsert(
        shelter.db, {.name = "Annette", .email = "anna@example.org"}, owners::key::email);
    CHECK(by_email.id == uuid_of(1));
    CHECK(by_email.name == "Annette");
    CHECK(owners::count(shelter.db) == 1);
  }
}

TEST_CASE("update changes what is given, null included", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    add_owner(shelter.db, 1);
    add_owner(shelter.db, 2);
    CHECK(owners::update(shelter.db, uuid_of(1), {.site = "south", .class_ = 3}) == 1);
    CHECK(owners::find(shelter.db, uuid_of(1))->site == "south");
    CHECK(owners::find(shelter.db, uuid_of(1))->name == "owner 1");
    CHECK(owners::update(shelter.db, uuid_of(1), {.site = std::nullopt}) == 1);
    CHECK(owners::find(shelter.db, uuid_of(1))->site == std::nullopt);
    CHECK(owners::update(shelter.db, strata::every_row, {.mood = mood::new_}) == 2);
    CHECK(owners::update(shelter.db, owners::col::class_ == 9, {.name = "x"}) == 0);
    CHECK(owners::update(shelter.db, uuid_of(1), {}) == 0);
  }
}

TEST_CASE("erase deletes by key, by condition, or all", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    add_owner(shelter.db, 1);
    for (std::int32_t number = 1; number <= 5; ++number) {
      pets::insert(shelter.db, {.owner_id = uuid_of(1), .number = number, .called = "p"});
    }
    CHECK(pets::find(shelter.db, uuid_of(1), 2).has_value());
    CHECK(pets::erase(shelter.db, uuid_of(1), 2) == 1);
    CHECK_FALSE(pets::find(shelter.db, uuid_of(1), 2).has_value());
    CHECK(pets::erase(shelter.db, pets::col::number > 3) == 2);
    CHECK(pets::erase(shelter.db, strata::every_row) == 2);
  }
}
