// How values are stored on each database, and what is refused.
#include "tests/support/catch.hpp"

#include <strata/runtime/array.hpp>
#include <strata/runtime/codec.hpp>
#include <strata/runtime/error.hpp>

#include <limits>

using namespace strata;
using namespace std::chrono;

namespace {

template <typename T>
value stored(const T& from, dialect on) {
  return codec<T>::encode(from, on);
}

template <typename T>
T read(const char* text, dialect on = dialect::postgresql) {
  return codec<T>::decode(value(std::string(text)), on);
}

using utc = sys_time<microseconds>;
using wall = local_time<microseconds>;

} // namespace

TEST_CASE("times on SQLite have the one form that sorts", "[accessor]") {
  const utc moment = sys_days(2024y / February / 29) + hours(5) + microseconds(7);
  CHECK(stored(moment, dialect::sqlite) == value("2024-02-29T05:00:00.000007Z"));
  CHECK(stored(moment, dialect::postgresql) == value("2024-02-29 05:00:00.000007+00"));
  const wall local = local_days(2024y / February / 29) + hours(5);
  CHECK(stored(local, dialect::sqlite) == value("2024-02-29T05:00:00.000000"));
  CHECK(stored(year_month_day(900y / March / 1), dialect::sqlite) == value("0900-03-01"));
  CHECK(stored(microseconds(hours(24)), dialect::sqlite) == value("24:00:00.000000"));
}

TEST_CASE("times are read with any offset and fraction", "[accessor]") {
  const utc moment = sys_days(2024y / January / 1) + hours(12);
  CHECK(read<utc>("2024-01-01 12:00:00+00") == moment);
  CHECK(read<utc>("2024-01-01 17:30:00+05:30") == moment);
  CHECK(read<utc>("2023-12-31 23:59:30-12:00:30") == moment);
  CHECK(read<utc>("2024-01-01T12:00:00Z") == moment);
  CHECK(read<utc>("2024-01-01 12:00:00.5+00") == moment + milliseconds(500));
}

TEST_CASE("years before Christ are astronomical ones", "[accessor]") {
  CHECK(read<year_month_day>("0044-03-15 BC") == std::chrono::year(-43) / March / 15);
  CHECK(stored(year_month_day(0y / December / 31), dialect::postgresql) == value("0001-12-31 BC"));
  CHECK(read<utc>("0001-12-31 23:59:59+00 BC") == sys_days(0y / December / 31) + seconds(86399));
}

TEST_CASE("the infinities are the ends of the range", "[accessor]") {
  CHECK(read<utc>("infinity") == utc::max());
  CHECK(read<wall>("-infinity") == wall::min());
  CHECK(stored(utc::max(), dialect::sqlite) == value("infinity"));
  CHECK(stored(wall::min(), dialect::postgresql) == value("-infinity"));
}

TEST_CASE("times that do not fit are refused", "[accessor]") {
  CHECK_THROWS_AS(read<year_month_day>("infinity"), conversion_error);
  CHECK_THROWS_AS(read<year_month_day>("99999-01-01"), conversion_error);
  CHECK_THROWS_AS(read<year_month_day>("2023-02-29"), conversion_error);
  CHECK_THROWS_AS(read<year_month_day>("01/02/2023"), conversion_error);
  CHECK_THROWS_AS(read<utc>("294276-12-31 23:59:59+00"), conversion_error);
  CHECK_THROWS_AS(read<utc>("294247-01-10 04:00:54.775807+00"), conversion_error);
  CHECK_THROWS_AS(read<utc>("2024-01-01 12:00:00"), conversion_error);
  CHECK_THROWS_AS(read<wall>("2024-01-01 12:00:00+00"), conversion_error);
  CHECK_THROWS_AS(stored(year_month_day(2023y / February / 29), dialect::postgresql),
                  conversion_error);
  CHECK_THROWS_AS(stored(utc(sys_days(10000y / January / 1)), dialect::sqlite), conversion_error);
  CHECK_THROWS_AS(stored(microseconds(-1), dialect::postgresql), conversion_error);
}

TEST_CASE("intervals are read and written part by part", "[accessor]") {
  using strata::interval;
  CHECK(interval::from_string("1 year 2 mons -3 days +04:05:06.789") ==
        interval{.months = 14, .days = -3, .time = hours(4) + minutes(5) + milliseconds(6789)});
  CHECK(interval::from_string("00:00:00") == interval{});
  CHECK(interval::from_string("-00:00:00.000001").time == microseconds(-1));
  CHECK(to_string(interval{.months = -1, .days = 2, .time = microseconds(-1)}) ==
        "-1 mons 2 days -00:00:00.000001");
  for (const auto limit : {microseconds::max(), microseconds::min()}) {
    CHECK(interval::from_string(to_string(interval{.months = 0, .days = 0, .time = limit})).time ==
          limit);
  }
  CHECK_THROWS_AS(interval::from_string("P1Y"), conversion_error);
  CHECK_THROWS_AS(interval::from_string(""), conversion_error);
}

TEST_CASE("uuids are read in either case and written in lower", "[accessor]") {
  const auto id = uuid::from_string("01234567-89AB-cdef-0123-456789abcdef");
  CHECK(to_string(id) == "01234567-89ab-cdef-0123-456789abcdef");
  for (const char* text : {"",
                           "01234567-89ab-cdef-0123-456789abcde",
                           "0123456789abcdef0123456789abcdef",
                           "01234567-89ab-cdef-0123-456789abcdeg",
                           "01234567x89ab-cdef-0123-456789abcdef"}) {
    CHECK_THROWS_AS(uuid::from_string(text), conversion_error);
  }
}

TEST_CASE("numbers out of their type's range are refused", "[accessor]") {
  CHECK_THROWS_AS(codec<std::int16_t>::decode(value(40000), dialect::sqlite), conversion_error);
  CHECK_THROWS_AS(read<std::int32_t>("2147483648"), conversion_error);
  CHECK_THROWS_AS(read<std::int64_t>("9223372036854775808"), conversion_error);
  CHECK_THROWS_AS(codec<float>::decode(value(1e300), dialect::sqlite), conversion_error);
  CHECK_THROWS_AS(codec<bool>::decode(value(2), dialect::sqlite), conversion_error);
  CHECK_THROWS_AS(codec<std::string>::decode(value(2), dialect::sqlite), conversion_error);
}

TEST_CASE("bytes are read in both of PostgreSQL's forms", "[accessor]") {
  const bytes expected{std::byte{0}, std::byte{'a'}, std::byte{'\\'}, std::byte{255}};
  CHECK(read<bytes>("\\x00615cff") == expected);
  CHECK(read<bytes>("\\000a\\\\\\377") == expected);
}

TEST_CASE("arrays are read and written in PostgreSQL's form", "[accessor]") {
  using texts = std::vector<std::string>;
  CHECK(stored(texts{"a\"b", "c\\d", ""}, dialect::postgresql) == value(R"({"a\"b","c\\d",""})"));
  CHECK(read<texts>(R"({"a\"b",c,"NULL"})") == texts{"a\"b", "c", "NULL"});
  CHECK(read<texts>("{}").empty());
  using grid = std::vector<std::vector<std::int32_t>>;
  CHECK(read<grid>("{{1,2},{3,4}}") == grid{{1, 2}, {3, 4}});
  using maybe = std::vector<std::optional<std::int32_t>>;
  CHECK(read<maybe>("{1,NULL}") == maybe{1, std::nullopt});
  for (const char* text : {"{1,NULL}", "[0:1]={1,2}", "{{1}}", "{1", "1", "{1}x"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(read<std::vector<std::int32_t>>(text), conversion_error);
  }
  CHECK_THROWS_AS(stored(grid{{}}, dialect::postgresql), conversion_error);
}

TEST_CASE("arrays are JSON on SQLite", "[accessor]") {
  using texts = std::vector<std::string>;
  CHECK(stored(texts{"a\"b", "\n"}, dialect::sqlite) == value(R"(["a\"b","\u000a"])"));
  CHECK(read<texts>(R"( [ "a" , "\ud83d\ude00\n\u00e9" ] )", dialect::sqlite) ==
        texts{"a", "\U0001f600\n\u00e9"});
  CHECK(stored(std::vector<double>{1, 0.5, 1e300}, dialect::sqlite) == value("[1.0,0.5,1e+300]"));
  CHECK(read<std::vector<bool>>("[1,0,true]", dialect::sqlite) ==
        std::vector<bool>{true, false, true});
  for (const char* text : {"[1,null]", "{}", "[1", "[[1]]", "[1]x", "[1.5]"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(read<std::vector<std::int32_t>>(text, dialect::sqlite), conversion_error);
  }
}
