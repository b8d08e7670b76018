// Arrays of every type read back as they were written, at their limits, empty and null.
#include "tests/database/accessors/shelter.hpp"

#include <limits>

using namespace strata::testing;
using namespace std::chrono;
namespace lists = shelter::db::lists;
using shelter::db::mood;

namespace {

using wide = std::numeric_limits<std::int64_t>;

/// Every list empty.
lists::new_row empty_lists() {
  return {.flags = std::vector<bool>{},
          .doubles = std::vector<double>{},
          .exacts = std::vector<strata::numeric>{},
          .days = std::vector<year_month_day>{},
          .clocks = std::vector<microseconds>{},
          .walls = std::vector<local_time<microseconds>>{},
          .moments = std::vector<sys_time<microseconds>>{},
          .spans = std::vector<strata::interval>{},
          .keys = std::vector<strata::uuid>{},
          .trees = std::vector<strata::json>{},
          .addresses = std::vector<std::string>{}};
}

lists::new_row extreme_lists() {
  auto given = empty_lists();
  given.flags = std::vector<bool>{true, false, true};
  given.doubles = std::vector<double>{
      std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min(), -0.1, 0, 1e22};
  given.exacts =
      std::vector<strata::numeric>{strata::numeric("-0.000000000000000000000000000001"),
                                   strata::numeric("99999999999999999999999999999999.50")};
  given.days = std::vector<year_month_day>{1y / January / 1, 9999y / December / 31};
  given.clocks = std::vector<microseconds>{microseconds(0), microseconds(hours(24))};
  given.walls = std::vector<local_time<microseconds>>{local_days(1y / January / 1),
                                                      local_time<microseconds>::max()};
  given.moments = std::vector<sys_time<microseconds>>{
      sys_days(9999y / December / 31) + microseconds(1), sys_time<microseconds>::min()};
  given.spans =
      std::vector<strata::interval>{{}, {.months = -1, .days = 400, .time = microseconds(-1)}};
  given.keys = std::vector<strata::uuid>{uuid_of(0), uuid_of(255)};
  given.trees = std::vector<strata::json>{strata::json(R"({"a": ["b,c", "\"", null]})"),
                                          strata::json("null")};
  given.addresses = std::vector<std::string>{"::1", "10.0.0.0/8"};
  given.moods = std::vector<mood>{mood::in_two_minds, mood::new_, mood::calm};
  given.grid = std::vector<std::vector<std::int64_t>>{{wide::min(), 0}, {1, wide::max()}};
  return given;
}

void check(const lists::row& found, const lists::new_row& given) {
  CHECK(found.flags == given.flags.value());
  CHECK(found.doubles == given.doubles.value());
  CHECK(found.exacts == given.exacts.value());
  CHECK(found.days == given.days.value());
  CHECK(found.clocks == given.clocks.value());
  CHECK(found.walls == given.walls.value());
  CHECK(found.moments == given.moments.value());
  CHECK(found.spans == given.spans.value());
  CHECK(found.keys == given.keys.value());
  CHECK(found.trees == given.trees.value());
  CHECK(found.addresses == given.addresses.value());
  CHECK(found.moods == (given.moods.is_given() ? given.moods.value() : std::nullopt));
  CHECK(found.grid == (given.grid.is_given() ? given.grid.value() : std::nullopt));
}

} // namespace

TEST_CASE("arrays read back at their elements' limits", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    const auto given = extreme_lists();
    const auto inserted = lists::insert(shelter.db, given);
    check(inserted, given);
    lists::insert_many(shelter.db, {given});
    check(lists::select(shelter.db, lists::col::id != inserted.id).one(), given);
    CHECK(lists::count(shelter.db, lists::col::moods == given.moods.value().value()) == 2);
  }
}

TEST_CASE("an empty array is no null, and null is none", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto given = empty_lists();
    check(lists::insert(shelter.db, given), given);
    given.moods = std::vector<mood>{};
    given.grid = std::vector<std::vector<std::int64_t>>{};
    const auto found = lists::insert(shelter.db, given);
    check(found, given);
    CHECK(found.moods.has_value());
  }
}

TEST_CASE("an array of what JSON cannot say is an error on SQLite", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto given = empty_lists();
    given.doubles = std::vector<double>{std::numeric_limits<double>::infinity()};
    if (on == strata::dialect::sqlite) {
      CHECK_THROWS_AS(lists::insert(shelter.db, given), strata::conversion_error);
    } else {
      check(lists::insert(shelter.db, given), given);
    }
  }
}
