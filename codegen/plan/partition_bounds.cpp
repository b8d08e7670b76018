// Literals are compared where their order is the same for every type: integers, and strings that
// differ in digits alone, as dates and times do.
#include "codegen/plan/partition_bounds.hpp"

#include <algorithm>
#include <charconv>
#include <compare>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace strata::codegen {
namespace {

using values = std::vector<std::string>;

bool is_digit(char of) { return of >= '0' && of <= '9'; }

char upper(char of) { return of >= 'a' && of <= 'z' ? static_cast<char>(of - 'a' + 'A') : of; }

bool same_words(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char a, char b) {
    return upper(a) == upper(b);
  });
}

/// Reads words, and lists in parentheses, from the front.
class reader {
public:
  explicit reader(std::string_view text) : text_(text) {}

  bool skip(std::string_view word) {
    blanks();
    if (!same_words(text_.substr(0, word.size()), word)) {
      return false;
    }
    text_.remove_prefix(word.size());
    return true;
  }

  /// What stands between commas; nothing where the parentheses do not close.
  std::optional<values> list() {
    if (!skip("(")) {
      return std::nullopt;
    }
    values found;
    std::string item;
    bool quoted = false;
    for (int depth = 1; !text_.empty(); text_.remove_prefix(1)) {
      const char next = text_.front();
      quoted = quoted != (next == '\'');
      depth += quoted ? 0 : next == '(' ? 1 : next == ')' ? -1 : 0;
      if (depth == 0 || (depth == 1 && next == ',' && !quoted)) {
        found.push_back(std::exchange(item, {}));
      } else if (quoted || next != ' ') {
        item += next;
      }
      if (depth == 0) {
        text_.remove_prefix(1);
        return found;
      }
    }
    return std::nullopt;
  }

private:
  void blanks() { text_.remove_prefix(std::min(text_.find_first_not_of(" \t\n"), text_.size())); }

  std::string_view text_;
};

std::optional<std::int64_t> integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                  : std::nullopt;
}

/// The time zone's part of a time, from its sign on.
std::string_view offset_in(std::string_view literal) {
  const auto time = literal.find(':');
  return time == std::string_view::npos
             ? ""
             : literal.substr(std::min(literal.find_first_of("+-", time), literal.size()));
}

/// `'2026-11-20 00:00:00+00'`: a year of four digits comes first.
bool is_iso_date(std::string_view literal) {
  constexpr std::size_t dash = 5;
  return literal.size() > dash && literal.front() == '\'' && literal[dash] == '-' &&
         std::all_of(literal.begin() + 1, literal.begin() + dash, is_digit) &&
         literal.find_first_not_of("0123456789-+:. '") == std::string_view::npos;
}

/// Dates of the same form and time zone stand in the order of their letters.
bool have_order_of_letters(std::string_view one, std::string_view other) {
  return is_iso_date(one) && is_iso_date(other) && offset_in(one) == offset_in(other) &&
         std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char a, char b) {
           return a == b || (is_digit(a) && is_digit(b));
         });
}

/// The order of two literals, where it is certain.
std::optional<std::strong_ordering> order(const std::string& one, const std::string& other) {
  if (same_words(one, other)) {
    return one == other ? std::optional(std::strong_ordering::equal) : std::nullopt;
  }
  if (same_words(one, "MINVALUE") || same_words(other, "MAXVALUE")) {
    return std::strong_ordering::less;
  }
  if (same_words(one, "MAXVALUE") || same_words(other, "MINVALUE")) {
    return std::strong_ordering::greater;
  }
  const auto a = integer(one);
  const auto b = integer(other);
  if (a && b) {
    return *a <=> *b;
  }
  return have_order_of_letters(one, other) ? std::optional(one <=> other) : std::nullopt;
}

struct range {
  values from;
  values to;
};

std::optional<range> range_of(std::string_view bounds) {
  reader text(bounds);
  if (!text.skip("FOR") || !text.skip("VALUES") || !text.skip("FROM")) {
    return std::nullopt;
  }
  auto from = text.list();
  if (!from || !text.skip("TO")) {
    return std::nullopt;
  }
  auto to = text.list();
  return to ? std::optional(range{std::move(*from), std::move(*to)}) : std::nullopt;
}

/// Whether one ends, without its end, where the other begins or before.
bool ends_before(const range& one, const range& other) {
  for (std::size_t k = 0; k != std::min(one.to.size(), other.from.size()); ++k) {
    const auto found = order(one.to[k], other.from[k]);
    if (found != std::strong_ordering::equal) {
      return found == std::strong_ordering::less;
    }
  }
  return true;
}

std::optional<values> list_of(std::string_view bounds) {
  reader text(bounds);
  return text.skip("FOR") && text.skip("VALUES") && text.skip("IN") ? text.list() : std::nullopt;
}

/// Strings without digits are no dates or numbers, which have several spellings each.
bool is_word(const std::string& of) {
  return of.starts_with('\'') && std::none_of(of.begin(), of.end(), is_digit);
}

bool are_different(const std::string& one, const std::string& other) {
  if (same_words(one, "NULL") != same_words(other, "NULL")) {
    return true;
  }
  const auto found = order(one, other);
  return (found && *found != std::strong_ordering::equal) ||
         (is_word(one) && is_word(other) && !same_words(one, other));
}

bool share_nothing(const values& one, const values& other) {
  return std::all_of(one.begin(), one.end(), [&](const std::string& a) {
    return std::all_of(
        other.begin(), other.end(), [&](const std::string& b) { return are_different(a, b); });
  });
}

struct remainder {
  std::int64_t modulus = 1;
  std::int64_t rest = 0;
};

std::optional<remainder> remainder_of(std::string_view bounds) {
  reader text(bounds);
  if (!text.skip("FOR") || !text.skip("VALUES") || !text.skip("WITH")) {
    return std::nullopt;
  }
  const auto words = text.list();
  if (!words || words->size() != 2) {
    return std::nullopt;
  }
  reader first((*words)[0]);
  reader second((*words)[1]);
  if (!first.skip("MODULUS") || !second.skip("REMAINDER")) {
    return std::nullopt;
  }
  const auto modulus = integer(std::string_view((*words)[0]).substr(7));
  const auto rest = integer(std::string_view((*words)[1]).substr(9));
  return modulus && rest && *modulus > 0 ? std::optional(remainder{*modulus, *rest}) : std::nullopt;
}

} // namespace

bool may_overlap(std::string_view one, std::string_view other) {
  if (const auto a = range_of(one), b = range_of(other); a && b) {
    return !ends_before(*a, *b) && !ends_before(*b, *a);
  }
  if (const auto a = list_of(one), b = list_of(other); a && b) {
    return !share_nothing(*a, *b);
  }
  if (const auto a = remainder_of(one), b = remainder_of(other); a && b) {
    const std::int64_t common = std::gcd(a->modulus, b->modulus);
    return a->rest % common == b->rest % common;
  }
  return true;
}

} // namespace strata::codegen
