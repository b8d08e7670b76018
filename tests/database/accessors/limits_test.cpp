// Types at their limits, and values that have no place: a result or an error, never silence.
#include "tests/database/accessors/shelter.hpp"

#include <cmath>
#include <limits>

using namespace strata::testing;
using namespace std::chrono;
namespace samples = shelter::db::samples;

namespace {

using wide = std::numeric_limits<std::int64_t>;

samples::row written(strata::queryable& db, const samples::new_row& given) {
  const auto inserted = samples::insert(db, given);
  REQUIRE(samples::find(db, inserted.id) == inserted);
  return inserted;
}

} // namespace

TEST_CASE("integers read back at their limits", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto given = plain_sample();
    given.small = std::numeric_limits<std::int16_t>::min();
    given.medium = std::numeric_limits<std::int32_t>::min();
    given.large = wide::min();
    given.maybe_small = std::numeric_limits<std::int16_t>::max();
    given.maybe_large = wide::max();
    given.numbers = std::vector<std::int64_t>{wide::min(), 0, wide::max()};
    const auto row = written(shelter.db, given);
    CHECK(row.small == std::numeric_limits<std::int16_t>::min());
    CHECK(row.medium == std::numeric_limits<std::int32_t>::min());
    CHECK(row.large == wide::min());
    CHECK(row.maybe_small == std::numeric_limits<std::int16_t>::max());
    CHECK(row.maybe_large == wide::max());
    CHECK(row.numbers == given.numbers.value());
  }
}

TEST_CASE("floating-point numbers read back bit for bit", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    for (const double number : {std::numeric_limits<double>::max(),
                                std::numeric_limits<double>::lowest(),
                                std::numeric_limits<double>::min(),
                                std::numeric_limits<double>::denorm_min(),
                                0.1,
                                1.0 / 3.0,
                                std::numeric_limits<double>::infinity(),
                                -std::numeric_limits<double>::infinity()}) {
      auto given = plain_sample();
      given.twice = number;
      given.single = std::isinf(number) ? static_cast<float>(number) : 0.1F;
      const auto row = written(shelter.db, given);
      CHECK(row.twice == number);
      CHECK(row.single == given.single.value());
    }
    auto given = plain_sample();
    given.single = std::numeric_limits<float>::max();
    CHECK(written(shelter.db, given).single == std::numeric_limits<float>::max());
  }
}

TEST_CASE("NaN is kept by PostgreSQL and refused on SQLite", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto given = plain_sample();
    given.twice = std::nan("");
    auto exact = plain_sample();
    exact.exact = strata::numeric("NaN");
    if (on == strata::dialect::sqlite) {
      CHECK_THROWS_AS(samples::insert(shelter.db, given), strata::conversion_error);
      CHECK_THROWS_AS(samples::insert(shelter.db, exact), strata::conversion_error);
    } else {
      CHECK(std::isnan(samples::insert(shelter.db, given).twice));
      CHECK(samples::insert(shelter.db, exact).exact == strata::numeric("NaN"));
    }
  }
}

TEST_CASE("numerics are exact at any length", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    for (const char* digits : {"0",
                               "-0.000000000000000000000000000000000001",
                               "123456789012345678901234567890.123456789012345678901234567891",
                               "-99999999999999999999999999999999999999999999999999",
                               "1.5"}) {
      auto given = plain_sample();
      given.exact = strata::numeric(digits);
      CHECK(written(shelter.db, given).exact.text() == digits);
    }
    auto given = plain_sample();
    given.exact = strata::numeric("1.50"); // SQLite keeps one text for each number.
    CHECK(written(shelter.db, given).exact.text() ==
          (on == strata::dialect::postgresql ? "1.50" : "1.5"));
  }
}

TEST_CASE("points in time read back over the years that the database has", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    for (const auto year : {1, 1582, 1899, 1970, 2038, 9999}) {
      auto given = plain_sample();
      const auto day = std::chrono::year(year) / December / 31;
      given.day = day;
      given.moment = sys_days(day) + hours(23) + microseconds(59'999'999);
      given.wall = local_days(day) + microseconds(1);
      const auto row = written(shelter.db, given);
      CHECK(row.day == year_month_day(day));
      CHECK(row.moment == given.moment.value());
      CHECK(row.wall == given.wall.value());
    }
  }
}

TEST_CASE("years before 1 and after 9999 are kept by PostgreSQL and refused on SQLite",
          "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    for (const auto year : {-4712, -43, 0, 10000, 32767}) {
      const auto day = std::chrono::year(year) / March / 15;
      auto given = plain_sample();
      given.day = day;
      auto instant = plain_sample();
      instant.moment = sys_days(day) + microseconds(1);
      if (on == strata::dialect::sqlite) {
        CHECK_THROWS_AS(samples::insert(shelter.db, given), strata::conversion_error);
        CHECK_THROWS_AS(samples::insert(shelter.db, instant), strata::conversion_error);
      } else {
        CHECK(written(shelter.db, given).day == year_month_day(day));
        CHECK(written(shelter.db, instant).moment == instant.moment.value());
      }
    }
  }
}

TEST_CASE("infinite timestamps are the ends of the range, and sort so", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto last = plain_sample();
    last.moment = sys_time<microseconds>::max();
    last.wall = local_time<microseconds>::max();
    auto first = plain_sample();
    first.moment = sys_time<microseconds>::min();
    first.wall = local_time<microseconds>::min();
    const auto last_row = written(shelter.db, last);
    const auto middle_row = written(shelter.db, plain_sample());
    const auto first_row = written(shelter.db, first);
    CHECK(last_row.moment == sys_time<microseconds>::max());
    CHECK(first_row.wall == local_time<microseconds>::min());
    const auto sorted =
        samples::select(shelter.db, samples::col::id).order_by(samples::col::moment.asc()).all();
    CHECK(sorted ==
          std::vector<std::tuple<std::int64_t>>{{first_row.id}, {middle_row.id}, {last_row.id}});
  }
}

TEST_CASE("an infinite date is an error", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    const auto row = samples::insert(shelter.db, plain_sample());
    strata::execute(shelter.db, "UPDATE samples SET day = 'infinity'");
    CHECK_THROWS_AS(samples::find(shelter.db, row.id), strata::conversion_error);
  }
}

TEST_CASE("infinite numerics are kept by PostgreSQL and refused on SQLite", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    for (const char* text : {"Infinity", "-Infinity"}) {
      auto given = plain_sample();
      given.exact = strata::numeric(text);
      if (on == strata::dialect::sqlite) {
        CHECK_THROWS_AS(samples::insert(shelter.db, given), strata::conversion_error);
      } else {
        CHECK(written(shelter.db, given).exact.text() == text);
      }
    }
  }
}

TEST_CASE("a numeric of a thousand digits is exact", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto given = plain_sample();
    given.exact = strata::numeric("-" + std::string(1000, '9') + "." + std::string(1000, '1'));
    CHECK(written(shelter.db, given).exact == given.exact.value());
    // Twelve digits, ten of them before the point.
    given.price = strata::numeric("-9999999999.99");
    CHECK(written(shelter.db, given).price == given.price.value());
    given.price = strata::numeric("99999999999");
    CHECK_THROWS_AS(samples::insert(shelter.db, given), strata::error);
  }
}

TEST_CASE("a numeric with more places than its column is never stored as another on SQLite",
          "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto given = plain_sample();
    given.price = strata::numeric("1.239");
    if (on == strata::dialect::postgresql) {
      CHECK(samples::insert(shelter.db, given).price == strata::numeric("1.24")); // As SQL rounds.
    } else {
      CHECK_THROWS_AS(samples::insert(shelter.db, given), strata::error);
    }
  }
}

TEST_CASE("network addresses read back at their limits", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    for (const auto& [address, network] :
         {std::pair{"0.0.0.0", "0.0.0.0/0"},
          std::pair{"255.255.255.255", "255.255.255.255/32"},
          std::pair{"::", "::/0"},
          std::pair{"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db8::/32"},
          std::pair{"192.168.0.1/24", "10.0.0.0/8"}}) {
      auto given = plain_sample();
      given.address = address;
      given.network = network;
      given.hardware = "ff:ff:ff:ff:ff:ff";
      const auto row = written(shelter.db, given);
      CHECK(row.address == address);
      CHECK(row.network == network);
      CHECK(row.hardware == "ff:ff:ff:ff:ff:ff");
    }
  }
}

TEST_CASE("a moment at the ends of the type is kept or refused", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    for (const auto moment : {sys_time<microseconds>::max() - microseconds(1),
                              sys_time<microseconds>::min() + microseconds(1)}) {
      auto given = plain_sample();
      given.moment = moment;
      // PostgreSQL ends in the year 294276, and begins 4714 years before Christ.
      const bool is_kept = on == strata::dialect::postgresql && moment > sys_time<microseconds>{};
      if (is_kept) {
        CHECK(written(shelter.db, given).moment == moment);
      } else {
        CHECK_THROWS_AS(samples::insert(shelter.db, given), strata::error);
      }
    }
  }
}

TEST_CASE("a time of day reaches from 00:00 to 24:00", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    for (const auto time :
         {microseconds(0), microseconds(hours(24)) - microseconds(1), microseconds(hours(24))}) {
      auto given = plain_sample();
      given.clock = time;
      CHECK(written(shelter.db, given).clock == time);
    }
    auto given = plain_sample();
    for (const auto time : {microseconds(-1), microseconds(hours(24)) + microseconds(1)}) {
      given.clock = time;
      CHECK_THROWS_AS(samples::insert(shelter.db, given), strata::conversion_error);
    }
  }
}

TEST_CASE("intervals keep months, days and time apart", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    for (const strata::interval span :
         {strata::interval{},
          strata::interval{.months = 25, .days = 0, .time = {}},
          strata::interval{.months = -25, .days = 400, .time = hours(-50)},
          strata::interval{.months = 0, .days = 0, .time = microseconds(-1)},
          strata::interval{.months = 1, .days = -1, .time = hours(30)},
          strata::interval{.months = std::numeric_limits<std::int32_t>::max(),
          .days = std::numeric_limits<std::int32_t>::min(),
          .time = microseconds::max()},
          strata::interval{.months = std::numeric_limits<std::int32_t>::min(),
          .days = std::numeric_limits<std::int32_t>::max(),
          .time = microseconds::min()}}) {
      auto given = plain_sample();
      given.span = span;
      CHECK(written(shelter.db, given).span == span);
    }
  }
}

TEST_CASE("a NUL in a text is kept by SQLite and refused on PostgreSQL", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    auto given = plain_sample();
    given.words = std::string("a\0b", 3);
    if (on == strata::dialect::sqlite) {
      CHECK(samples::insert(shelter.db, given).words == std::string("a\0b", 3));
    } else {
      CHECK(code_of([&] { samples::insert(shelter.db, given); }) == "R068");
      CHECK(code_of([&] { samples::insert_many(shelter.db, {given}); }) == "R068");
      CHECK(samples::count(shelter.db) == 0);
    }
  }
}

TEST_CASE("a null element of an array is an error", "[accessors]") {
  STRATA_ON_EACH_DATABASE(on) {
    shelter_database shelter(on);
    const auto row = samples::insert(shelter.db, plain_sample());
    strata::execute(shelter.db,
                    on == strata::dialect::sqlite ? "UPDATE samples SET numbers = '[1,null]'"
                                                  : "UPDATE samples SET numbers = '{1,NULL}'");
    CHECK_THROWS_AS(samples::find(shelter.db, row.id), strata::conversion_error);
  }
}

TEST_CASE("an unknown value of an enumeration is an error that names the column", "[accessors]") {
  shelter_database shelter(strata::dialect::sqlite);
  const auto row = samples::insert(shelter.db, plain_sample());
  shelter.db.execute("PRAGMA ignore_check_constraints = ON");
  strata::execute(shelter.db, "UPDATE samples SET feeling = 'angry'");
  try {
    samples::find(shelter.db, row.id);
    FAIL("read what it cannot know");
  } catch (const strata::conversion_error& failed) {
    CHECK(failed.facts().code == "R067");
    CHECK(std::string(failed.what()).starts_with("column feeling: 'angry'"));
  }
}
