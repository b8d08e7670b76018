// SQL's interval.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace strata {

/// Months, days and a time, each with its own sign, as PostgreSQL keeps them: a month is not 30
/// days, nor a day 24 hours.
struct interval {
  std::int32_t months = 0;
  std::int32_t days = 0;
  std::chrono::microseconds time{};

  /// Reads PostgreSQL's `postgres` style and the form that to_string writes. Throws
  /// conversion_error.
  static interval from_string(std::string_view text);

  friend bool operator==(const interval&, const interval&) = default;
};

/// `14 mons -3 days -04:05:06.789000`: what PostgreSQL reads whatever its IntervalStyle.
std::string to_string(const interval& from);

} // namespace strata
