// SQL's interval as text.
#include <strata/runtime/interval.hpp>

#include "src/runtime/conversion.hpp"
#include "src/runtime/time_text.hpp"

#include <strata/runtime/codec.hpp>

#include <fmt/format.h>

#include <charconv>
#include <limits>

namespace strata {
namespace {

[[noreturn]] void refuse(std::string_view text) {
  refuse_conversion(fmt::format("'{}' is no interval as PostgreSQL's IntervalStyle 'postgres' "
                                "writes it; set that style",
                                text));
}

std::string_view take_word(std::string_view& text) {
  const auto end = std::min(text.find(' '), text.size());
  const auto word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

void add(std::int32_t& to, std::int64_t number, std::string_view text) {
  const std::int64_t sum = to + number;
  if (sum < std::numeric_limits<std::int32_t>::min() ||
      sum > std::numeric_limits<std::int32_t>::max()) {
    refuse(text);
  }
  to = static_cast<std::int32_t>(sum);
}

/// `-04:05:06.789`. Counted downwards where it is negative: the least has no positive twin.
std::int64_t clock(std::string_view word, std::string_view text) {
  const bool is_negative = word.starts_with('-');
  if (is_negative || word.starts_with('+'))
    word.remove_prefix(1);
  if (is_negative && word == "2562047788:00:54.775808") {
    return std::numeric_limits<std::int64_t>::min();
  }
  const auto read = parse_clock(word);
  if (!read)
    refuse(text);
  return is_negative ? -*read : *read;
}

} // namespace

interval interval::from_string(std::string_view text) {
  interval read;
  auto rest = text;
  if (rest.empty())
    refuse(text);
  while (!rest.empty()) {
    const auto word = take_word(rest);
    if (word.find(':') != std::string_view::npos) {
      read.time = std::chrono::microseconds(clock(word, text));
      continue;
    }
    std::int64_t number = 0;
    const auto* first = word.data() + (word.starts_with('+') ? 1 : 0);
    const auto* last = word.data() + word.size();
    if (std::from_chars(first, last, number).ptr != last || first == last)
      refuse(text);
    const auto unit = take_word(rest);
    if (unit == "year" || unit == "years") {
      add(read.months, number * 12, text);
    } else if (unit == "mon" || unit == "mons") {
      add(read.months, number, text);
    } else if (unit == "day" || unit == "days") {
      add(read.days, number, text);
    } else {
      refuse(text);
    }
  }
  return read;
}

std::string to_string(const interval& from) {
  const std::int64_t count = from.time.count();
  const std::string clock = count == std::numeric_limits<std::int64_t>::min()
                                ? "2562047788:00:54.775808"
                                : clock_text(count < 0 ? -count : count);
  return fmt::format("{} mons {} days {}{}", from.months, from.days, count < 0 ? "-" : "", clock);
}

value codec<interval>::encode(const interval& from, dialect on) {
  const std::int64_t count = from.time.count();
  // PostgreSQL writes the least time as a clock, and does not read it so.
  if (on == dialect::postgresql && count == std::numeric_limits<std::int64_t>::min()) {
    return fmt::format("{} mons {} days {} microseconds", from.months, from.days, count);
  }
  return to_string(from);
}

interval codec<interval>::decode(const value& from, dialect) {
  return interval::from_string(text_of(from, "an interval"));
}

} // namespace strata
