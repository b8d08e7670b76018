// Dates and times as ISO texts, in the proleptic Gregorian calendar, over all years that fit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace strata {

inline constexpr std::int64_t microseconds_a_second = 1'000'000;
inline constexpr std::int64_t microseconds_a_day = 86'400 * microseconds_a_second;

struct civil_date {
  std::int64_t year = 1970; ///< Astronomical: 0 is 1 BC.
  unsigned month = 1;
  unsigned day = 1;
};

std::int64_t days_since_1970(const civil_date& date);
civil_date date_of(std::int64_t days_since_1970);

/// What a text said: days since 1970, the time of day, and the offset if there was one. All are in
/// microseconds but the days.
struct parsed_time {
  std::int64_t days = 0;
  std::int64_t time = 0;
  std::int64_t offset = 0;
  bool has_offset = false;
  bool has_time = false;
};

/// `2024-02-29`, `2024-02-29 12:30:00.5+05:30`, `0044-03-15 BC`, with ` ` or `T`.
std::optional<parsed_time> parse_time(std::string_view text);

/// `12:30:00.5`, in microseconds.
std::optional<std::int64_t> parse_clock(std::string_view text);

/// `2024-02-29`; a year before 1 is written `0044-03-15` with `is_before_christ` set.
std::string date_text(const civil_date& date, bool& is_before_christ);

/// `12:30:00.500000`; hours may be more than two digits.
std::string clock_text(std::int64_t microseconds);

} // namespace strata
