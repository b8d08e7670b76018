// A scratch database with the tests' schema in it.
#include "tests/database/accessors/shelter.hpp"

#include <shelter/db/migrations.hpp>
#include <strata/runtime/migrator.hpp>

namespace strata::testing {

namespace db = shelter::db;

shelter_database::shelter_database(strata::dialect on) : made(on), db(made.url()) {
  strata::migrator(made.url(), ::shelter::db::migrations, {}, false).upgrade();
}

strata::uuid uuid_of(unsigned char number) {
  strata::uuid made;
  made.octets.back() = number;
  return made;
}

db::owners::row add_owner(strata::queryable& to, unsigned char number) {
  return db::owners::insert(to,
                            {.id = uuid_of(number),
                             .name = "owner " + std::to_string(number),
                             .email = std::to_string(number) + "@example.org"});
}

db::samples::new_row plain_sample() {
  using namespace std::chrono;
  return {.small = 1,
          .medium = 2,
          .large = 3,
          .single = 0.1F,
          .twice = 0.1,
          .exact = strata::numeric("1.50"),
          .price = strata::numeric("12.34"),
          .flag = true,
          .words = "words",
          .short_words = "short",
          .code = "ab",
          .data = strata::bytes{std::byte{1}, std::byte{0}},
          .day = year_month_day(2024y / February / 29),
          .clock = microseconds(hours(13) + microseconds(5)),
          .wall = local_days(2024y / March / 31) + hours(2) + microseconds(1),
          .moment = sys_days(2024y / March / 31) + hours(1) + microseconds(999999),
          .span = strata::interval{.months = 1, .days = -2, .time = microseconds(-3)},
          .key_ = uuid_of(7),
          .document = strata::json(R"({"a": [1, 2]})"),
          .tree = strata::json(R"({"a": [1, 2]})"),
          .feeling = db::mood::in_two_minds,
          .address = "192.168.0.1",
          .network = "192.168.0.0/24",
          .hardware = "08:00:2b:01:02:03",
          .numbers = std::vector<std::int64_t>{1, 2},
          .texts = std::vector<std::string>{"a"},
          .moods = std::vector<db::mood>{db::mood::calm},
          .grid = std::vector<std::vector<std::int32_t>>{{1, 2}, {3, 4}}};
}

} // namespace strata::testing
