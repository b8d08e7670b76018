// Decimal numbers as digits.
#include <strata/runtime/numeric.hpp>

#include "src/runtime/conversion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace strata {
namespace {

// PostgreSQL's limits are 131072 digits before and 16383 behind the point.
constexpr int most_exponent = 200'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct decimal {
  bool is_negative = false;
  std::string_view whole;  ///< Without leading zeros.
  std::string_view behind; ///< Without trailing zeros.

  bool is_zero() const { return whole.empty() && behind.empty(); }
};

decimal split(std::string_view text) {
  decimal parts;
  if (text.starts_with('-')) {
    parts.is_negative = true;
    text.remove_prefix(1);
  }
  const auto point = text.find('.');
  parts.whole = text.substr(0, point);
  parts.behind = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  while (parts.whole.starts_with('0'))
    parts.whole.remove_prefix(1);
  while (parts.behind.ends_with('0'))
    parts.behind.remove_suffix(1);
  return parts;
}

std::weak_ordering compare_magnitudes(const decimal& a, const decimal& b) {
  if (a.whole.size() != b.whole.size())
    return a.whole.size() <=> b.whole.size();
  if (const int order = a.whole.compare(b.whole); order != 0)
    return order <=> 0;
  return a.behind.compare(b.behind) <=> 0;
}

/// -Infinity, finite numbers, Infinity, NaN: in their order.
int rank(std::string_view text) {
  if (text == "-Infinity")
    return 0;
  if (text == "Infinity")
    return 2;
  return text == "NaN" ? 3 : 1;
}

/// Digits, with the point moved by the exponent.
std::string written_out(std::string_view whole, std::string_view behind, int exponent) {
  std::string digits = std::string(whole) + std::string(behind);
  auto point = static_cast<int>(whole.size()) + exponent;
  if (point <= 0) {
    digits.insert(0, static_cast<std::size_t>(1 - point), '0');
    point = 1;
  }
  if (point > static_cast<int>(digits.size())) {
    digits.append(static_cast<std::size_t>(point) - digits.size(), '0');
  }
  const auto at = static_cast<std::size_t>(point);
  std::string text = digits.substr(0, at);
  text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
  if (at < digits.size())
    text += "." + digits.substr(at);
  return text;
}

} // namespace

numeric::numeric(std::string_view text) {
  const auto refuse = [&] {
    refuse_conversion(fmt::format("'{}' is no numeric; write decimal digits, as in -12.50", text));
  };
  if (rank(text) != 1) {
    text_ = text;
    return;
  }
  auto rest = text;
  const bool is_negative = rest.starts_with('-');
  if (is_negative || rest.starts_with('+'))
    rest.remove_prefix(1);
  const auto take_digits = [&] {
    const auto end = std::ranges::find_if_not(rest, is_digit);
    const auto digits = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(digits.size());
    return digits;
  };
  const auto whole = take_digits();
  std::string_view behind;
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    behind = take_digits();
  }
  if (whole.empty() && behind.empty())
    refuse();
  int exponent = 0;
  if (rest.starts_with('e') || rest.starts_with('E')) {
    rest.remove_prefix(rest.starts_with("e+") || rest.starts_with("E+") ? 2 : 1);
    const auto [end, failed] = std::from_chars(rest.data(), rest.data() + rest.size(), exponent);
    if (failed != std::errc() || std::abs(exponent) > most_exponent)
      refuse();
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  }
  if (!rest.empty())
    refuse();
  text_ = written_out(whole, behind, exponent);
  if (is_negative && !split(text_).is_zero())
    text_.insert(0, 1, '-');
}

bool numeric::is_finite() const noexcept { return rank(text_) == 1; }

std::weak_ordering numeric::compare(std::string_view a, std::string_view b) {
  if (rank(a) != 1 || rank(b) != 1)
    return rank(a) <=> rank(b);
  const decimal left = split(a);
  const decimal right = split(b);
  if (left.is_zero() && right.is_zero())
    return std::weak_ordering::equivalent;
  const bool is_left_negative = left.is_negative && !left.is_zero();
  const bool is_right_negative = right.is_negative && !right.is_zero();
  if (is_left_negative != is_right_negative)
    return is_right_negative <=> is_left_negative;
  return is_left_negative ? compare_magnitudes(right, left) : compare_magnitudes(left, right);
}

} // namespace strata
