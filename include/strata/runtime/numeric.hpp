// SQL's numeric: a decimal number of any length, exact.
#pragma once

#include <compare>
#include <concepts>
#include <string>
#include <string_view>

namespace strata {

/// A decimal number kept as its digits; compared by its value, so that 1.5 equals 1.50. It is no
/// calculator: take `text()` to a library that calculates. NaN equals itself and is greater than
/// all, as in PostgreSQL.
class numeric {
public:
  numeric() = default;

  template <std::integral Number>

  requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) numeric(Number number)
      : text_(std::to_string(number)) {}

  /// Binary fractions are not what was meant: give decimal digits as text.
  numeric(std::floating_point auto) = delete;

  /// Reads `-12.50`, `1e-3`, `NaN`, `Infinity`, `-Infinity`. Throws conversion_error.
  explicit numeric(std::string_view text);

  explicit numeric(const char* text) : numeric(std::string_view(text)) {}

  /// Digits without an exponent, with the zeros behind the point that were given.
  const std::string& text() const noexcept { return text_; }

  bool is_finite() const noexcept;

  friend bool operator==(const numeric& a, const numeric& b) { return (a <=> b) == 0; }

  friend std::weak_ordering operator<=>(const numeric& a, const numeric& b) {
    return compare(a.text_, b.text_);
  }

  /// Compares two texts of numbers as `text()` gives them.
  static std::weak_ordering compare(std::string_view a, std::string_view b);

private:
  std::string text_ = "0";
};

} // namespace strata
