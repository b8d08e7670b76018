// Dates and times as ISO texts. The calendar is counted in eras of 400 years from 1 March of the
// year 0, so that no year needs a case of its own.
#include "src/runtime/time_text.hpp"

#include <fmt/format.h>

namespace strata {
namespace {

constexpr std::int64_t days_an_era = 146'097;
constexpr std::int64_t days_before_1970 = 719'468; // since 0000-03-01

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}

/// Takes digits off the front: at least `least`, at most `most`.
bool take(std::string_view& text, std::size_t least, std::size_t most, std::int64_t& number) {
  std::size_t taken = 0;
  number = 0;
  while (taken < most && taken < text.size() && is_digit(text[taken])) {
    number = number * 10 + (text[taken] - '0');
    ++taken;
  }
  text.remove_prefix(taken);
  return taken >= least;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c))
    return false;
  text.remove_prefix(1);
  return true;
}

/// `.5` is half a second. More than six digits are refused: they would be lost.
bool take_fraction(std::string_view& text, std::int64_t& microseconds) {
  microseconds = 0;
  if (!take(text, '.'))
    return true;
  std::int64_t scale = microseconds_a_second / 10;
  std::size_t taken = 0;
  for (; taken < text.size() && is_digit(text[taken]); ++taken, scale /= 10) {
    if (scale == 0)
      return false;
    microseconds += (text[taken] - '0') * scale;
  }
  text.remove_prefix(taken);
  return taken > 0;
}

bool take_clock(std::string_view& text, std::int64_t& microseconds) {
  std::int64_t hours = 0;
  std::int64_t minutes = 0;
  std::int64_t seconds = 0;
  std::int64_t fraction = 0;
  if (!take(text, 2, 10, hours) || !take(text, ':') || !take(text, 2, 2, minutes))
    return false;
  if (take(text, ':') && !(take(text, 2, 2, seconds) && take_fraction(text, fraction))) {
    return false;
  }
  if (minutes >= 60 || seconds >= 60)
    return false;
  const std::int64_t whole = (hours * 60 + minutes) * 60 + seconds;
  return !__builtin_mul_overflow(whole, microseconds_a_second, &microseconds) &&
         !__builtin_add_overflow(microseconds, fraction, &microseconds);
}

bool take_offset(std::string_view& text, parsed_time& read) {
  if (take(text, 'Z')) {
    read.has_offset = true;
    return true;
  }
  if (!text.starts_with('+') && !text.starts_with('-'))
    return true;
  const std::int64_t sign = text.front() == '-' ? -1 : 1;
  text.remove_prefix(1);
  std::int64_t hours = 0;
  std::int64_t minutes = 0;
  std::int64_t seconds = 0;
  if (!take(text, 2, 2, hours))
    return false;
  if (take(text, ':') && !take(text, 2, 2, minutes))
    return false;
  if (take(text, ':') && !take(text, 2, 2, seconds))
    return false;
  read.offset = sign * ((hours * 60 + minutes) * 60 + seconds) * microseconds_a_second;
  read.has_offset = true;
  return true;
}

bool is_date(const civil_date& date) {
  if (date.month < 1 || date.month > 12 || date.day < 1)
    return false;
  const civil_date back = date_of(days_since_1970(date));
  return back.month == date.month && back.day == date.day;
}

} // namespace

std::int64_t days_since_1970(const civil_date& date) {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_divide(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month = (static_cast<std::int64_t>(date.month) + 9) % 12; // March is 0
  const std::int64_t day_of_year = (153 * month + 2) / 5 + static_cast<std::int64_t>(date.day) - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * days_an_era + day_of_era - days_before_1970;
}

civil_date date_of(std::int64_t days) {
  days += days_before_1970;
  const std::int64_t era = floor_divide(days, days_an_era);
  const std::int64_t day_of_era = days - era * days_an_era;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153; // March is 0
  const std::int64_t day = day_of_year - (153 * month + 2) / 5 + 1;
  const std::int64_t calendar_month = month < 10 ? month + 3 : month - 9;
  return {year_of_era + era * 400 + (calendar_month <= 2 ? 1 : 0),
          static_cast<unsigned>(calendar_month),
          static_cast<unsigned>(day)};
}

std::optional<parsed_time> parse_time(std::string_view text) {
  const bool is_before_christ = text.ends_with(" BC");
  if (is_before_christ)
    text.remove_suffix(3);
  parsed_time read;
  civil_date date;
  std::int64_t month = 0;
  std::int64_t day = 0;
  if (!take(text, 4, 7, date.year) || !take(text, '-') || !take(text, 2, 2, month) ||
      !take(text, '-') || !take(text, 2, 2, day)) {
    return std::nullopt;
  }
  if (is_before_christ)
    date.year = 1 - date.year;
  date.month = static_cast<unsigned>(month);
  date.day = static_cast<unsigned>(day);
  if (!is_date(date))
    return std::nullopt;
  read.days = days_since_1970(date);
  if (take(text, ' ') || take(text, 'T')) {
    read.has_time = true;
    if (!take_clock(text, read.time) || !take_offset(text, read))
      return std::nullopt;
  }
  if (!text.empty())
    return std::nullopt;
  return read;
}

std::optional<std::int64_t> parse_clock(std::string_view text) {
  std::int64_t microseconds = 0;
  if (!take_clock(text, microseconds) || !text.empty())
    return std::nullopt;
  return microseconds;
}

std::string date_text(const civil_date& date, bool& is_before_christ) {
  is_before_christ = date.year < 1;
  const std::int64_t year = is_before_christ ? 1 - date.year : date.year;
  return fmt::format("{:04}-{:02}-{:02}", year, date.month, date.day);
}

std::string clock_text(std::int64_t microseconds) {
  const std::int64_t seconds = microseconds / microseconds_a_second;
  return fmt::format("{:02}:{:02}:{:02}.{:06}",
                     seconds / 3600,
                     seconds / 60 % 60,
                     seconds % 60,
                     microseconds % microseconds_a_second);
}

} // namespace strata
