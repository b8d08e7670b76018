// Dates and times: PostgreSQL's ISO DateStyle, and the fixed texts that sort rightly on SQLite.
#include <strata/runtime/codec.hpp>

#include "src/runtime/conversion.hpp"
#include "src/runtime/time_text.hpp"

#include <fmt/format.h>

#include <limits>

namespace strata {
namespace {

using std::chrono::microseconds;

constexpr std::int64_t latest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t earliest = std::numeric_limits<std::int64_t>::min();

[[noreturn]] void refuse_text(std::string_view text, std::string_view expected) {
  refuse_conversion(fmt::format("'{}' stands where {} is expected in ISO form", text, expected));
}

/// SQLite's texts sort by time only while years have four digits.
void require_sortable(const civil_date& date, dialect on) {
  if (on == dialect::sqlite && (date.year < 1 || date.year > 9999)) {
    refuse_conversion(fmt::format(
        "a date in the year {} cannot be stored on SQLite, which takes the years 1 to 9999",
        date.year));
  }
}

/// Date and clock with `between` and `behind`, and PostgreSQL's ` BC`.
std::string timestamp_text(std::int64_t count, dialect on, bool is_utc) {
  if (count == latest)
    return "infinity";
  if (count == earliest)
    return "-infinity";
  std::int64_t days = count / microseconds_a_day;
  std::int64_t time = count % microseconds_a_day;
  if (time < 0) {
    time += microseconds_a_day;
    --days;
  }
  const civil_date date = date_of(days);
  require_sortable(date, on);
  bool is_before_christ = false;
  std::string text = date_text(date, is_before_christ);
  text += on == dialect::sqlite ? "T" : " ";
  text += clock_text(time);
  if (is_utc)
    text += on == dialect::sqlite ? "Z" : "+00";
  if (is_before_christ)
    text += " BC";
  return text;
}

/// The infinities are the ends of the range.
std::int64_t timestamp_count(std::string_view text, std::string_view expected, bool is_utc) {
  if (text == "infinity")
    return latest;
  if (text == "-infinity")
    return earliest;
  const auto read = parse_time(text);
  if (!read || (is_utc && read->has_time && !read->has_offset) || (!is_utc && read->has_offset)) {
    refuse_text(text, expected);
  }
  const std::int64_t within_day = read->time - read->offset;
  std::int64_t count = 0;
  const bool is_too_far = __builtin_mul_overflow(read->days, microseconds_a_day, &count) ||
                          __builtin_add_overflow(count, within_day, &count);
  if (is_too_far || count == latest || count == earliest) {
    refuse_conversion(fmt::format("{} does not fit 64 bits of microseconds since 1970", text));
  }
  return count;
}

} // namespace

using utc_time = std::chrono::sys_time<microseconds>;
using wall_time = std::chrono::local_time<microseconds>;

value codec<utc_time>::encode(const utc_time& from, dialect on) {
  return timestamp_text(from.time_since_epoch().count(), on, true);
}

utc_time codec<utc_time>::decode(const value& from, dialect) {
  const std::string& text = text_of(from, "a timestamptz");
  return utc_time(microseconds(timestamp_count(text, "a timestamptz", true)));
}

value codec<wall_time>::encode(const wall_time& from, dialect on) {
  return timestamp_text(from.time_since_epoch().count(), on, false);
}

wall_time codec<wall_time>::decode(const value& from, dialect) {
  const std::string& text = text_of(from, "a timestamp");
  return wall_time(microseconds(timestamp_count(text, "a timestamp", false)));
}

value codec<std::chrono::year_month_day>::encode(const std::chrono::year_month_day& from,
                                                 dialect on) {
  const civil_date date{static_cast<int>(from.year()),
                        static_cast<unsigned>(from.month()),
                        static_cast<unsigned>(from.day())};
  if (!from.ok()) {
    refuse_conversion(
        fmt::format("{}-{}-{} is no day of the calendar", date.year, date.month, date.day));
  }
  require_sortable(date, on);
  bool is_before_christ = false;
  std::string text = date_text(date, is_before_christ);
  if (is_before_christ)
    text += " BC";
  return text;
}

std::chrono::year_month_day codec<std::chrono::year_month_day>::decode(const value& from, dialect) {
  const std::string& text = text_of(from, "a date");
  if (text == "infinity" || text == "-infinity") {
    refuse_conversion(fmt::format("the date {} has no std::chrono::year_month_day", text));
  }
  const auto read = parse_time(text);
  if (!read || read->has_time)
    refuse_text(text, "a date");
  const civil_date date = date_of(read->days);
  if (date.year < static_cast<int>(std::chrono::year::min()) ||
      date.year > static_cast<int>(std::chrono::year::max())) {
    refuse_conversion(fmt::format("the year of {} does not fit std::chrono::year", text));
  }
  return {std::chrono::year(static_cast<int>(date.year)),
          std::chrono::month(date.month),
          std::chrono::day(date.day)};
}

value codec<microseconds>::encode(const microseconds& from, dialect) {
  if (from.count() < 0 || from.count() > microseconds_a_day) {
    refuse_conversion("a time of day is given that is not from 00:00 to 24:00");
  }
  return clock_text(from.count());
}

microseconds codec<microseconds>::decode(const value& from, dialect) {
  const std::string& text = text_of(from, "a time of day");
  const auto read = parse_clock(text);
  if (!read || *read > microseconds_a_day)
    refuse_text(text, "a time of day");
  return microseconds(*read);
}

} // namespace strata
