// Every type reads back as it was written, and null as null.
#include "tests/database/accessors/shelter.hpp"

using namespace strata::testing;
namespace samples = shelter::db::samples;
using shelter::db::mood;

namespace {

/// What was given, as the row that it must become.
samples::row expected(std::int64_t id) {
  const auto given = plain_sample();
  return {.id = id,
          .small = given.small.value(),
          .medium = given.medium.value(),
          .large = given.large.value(),
          .single = given.single.value(),
          .twice = given.twice.value(),
          .exact = given.exact.value(),
          .price = given.price.value(),
          .flag = given.flag.value(),
          .words = given.words.value(),
          .short_words = given.short_words.value(),
          .code = given.code.value(),
          .data = given.data.value(),
          .day = given.day.value(),
          .clock = given.clock.value(),
          .wall = given.wall.value(),
          .moment = given.moment.value(),
          .span = given.span.value(),
          .key_ = given.key_.value(),
          .document = given.document.value(),
          .tree = given.tree.value(),
          .feeling = given.feeling.value(),
          .address = given.address.value(),
          .network = given.network.value(),
          .hardware = given.hardware.value(),
          .numbers = given.numbers.value(),
          .texts = given.texts.value(),
          .moods = given.moods.value(),
          .grid = given.grid.value(),
          .maybe_small = {},
          .maybe_large = {},
          .maybe_twice = {},
          .maybe_exact = {},
          .maybe_flag = {},
          .maybe_words = {},
          .maybe_data = {},
          .maybe_day = {},
          .maybe_clock = {},
          .maybe_wall = {},
          .maybe_moment = {},
          .maybe_span = {},
          .maybe_key = {},
          .maybe_tree = {},
          .maybe_feeling = {},
          .maybe_numbers = {}};
}

} // namespace

TEST_CASE("every type reads back as it was written", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    const auto inserted = samples::insert(shelter.db, plain_sample());
    CHECK(inserted == expected(inserted.id));
    CHECK(samples::find(shelter.db, inserted.id) == inserted);
  }
}

TEST_CASE("every type reads back as it was written in bulk", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    CHECK(samples::insert_many(shelter.db, {plain_sample(), plain_sample()}) == 2);
    const auto rows = samples::select(shelter.db).order_by(samples::col::id.asc()).all();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0] == expected(rows[0].id));
    CHECK(rows[1] == expected(rows[1].id));
  }
}

TEST_CASE("nullable columns read back their values", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto given = plain_sample();
    given.maybe_small = -1;
    given.maybe_large = 5;
    given.maybe_twice = 2.5;
    given.maybe_exact = strata::numeric("-0.001");
    given.maybe_flag = false;
    given.maybe_words = "";
    given.maybe_data = strata::bytes{};
    given.maybe_day = given.day.value();
    given.maybe_clock = given.clock.value();
    given.maybe_wall = given.wall.value();
    given.maybe_moment = given.moment.value();
    given.maybe_span = given.span.value();
    given.maybe_key = given.key_.value();
    given.maybe_tree = strata::json("[]");
    given.maybe_feeling = mood::new_;
    given.maybe_numbers = std::vector<std::int64_t>{};
    const auto row = samples::insert(shelter.db, given);
    CHECK(row.maybe_small == -1);
    CHECK(row.maybe_large == 5);
    CHECK(row.maybe_twice == 2.5);
    CHECK(row.maybe_exact == strata::numeric("-0.001"));
    CHECK(row.maybe_flag == false);
    CHECK(row.maybe_words == "");
    CHECK(row.maybe_data == strata::bytes{});
    CHECK(row.maybe_day == given.day.value());
    CHECK(row.maybe_clock == given.clock.value());
    CHECK(row.maybe_wall == given.wall.value());
    CHECK(row.maybe_moment == given.moment.value());
    CHECK(row.maybe_span == given.span.value());
    CHECK(row.maybe_key == given.key_.value());
    CHECK(row.maybe_tree == strata::json("[]"));
    CHECK(row.maybe_feeling == mood::new_);
    CHECK(row.maybe_numbers == std::vector<std::int64_t>{});
  }
}

TEST_CASE("texts of every kind of character read back", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    const std::string hostile = "\\ \" ' ; $1 ?1 \t\r\n\b {a,NULL} \\N \\. \u00e9 \U0001f600 \x7f";
    auto given = plain_sample();
    given.words = hostile;
    given.texts = std::vector<std::string>{hostile, "", "NULL", "null", "a,b", "{}", "\"", " x "};
    const auto inserted = samples::insert(shelter.db, given);
    CHECK(inserted.words == hostile);
    CHECK(inserted.texts == given.texts.value());
    samples::insert_many(shelter.db, {given});
    const auto copied = samples::select(shelter.db, samples::col::id != inserted.id).one();
    CHECK(copied.words == hostile);
    CHECK(copied.texts == given.texts.value());
  }
}

TEST_CASE("bytes of every value read back", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    strata::bytes all;
    for (int i = 0; i < 256; ++i) {
      all.push_back(static_cast<std::byte>(i));
    }
    auto given = plain_sample();
    given.data = all;
    CHECK(samples::insert(shelter.db, given).data == all);
    CHECK(samples::insert_many(shelter.db, {given}) == 1);
    CHECK(samples::count(shelter.db, samples::col::data == all) == 2);
  }
}
