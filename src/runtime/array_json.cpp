// Arrays on SQLite: JSON text, `[1,2]`, `["a",null]`, bytes as strings of hexadecimal digits.
#include "src/runtime/array_text.hpp"
#include "src/runtime/conversion.hpp"
#include "src/runtime/utf8.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace strata {
namespace {

using detail::array_item;

struct element_text {
  std::string operator()(std::monostate) const { return "null"; }

  std::string operator()(std::int64_t number) const { return std::to_string(number); }

  std::string operator()(double number) const {
    if (!std::isfinite(number)) {
      refuse_conversion("an array holds a number that is not finite, which JSON cannot say");
    }
    const std::string text = fmt::format("{}", number);
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
  }

  std::string operator()(const std::string& text) const {
    if (!detail::is_utf8(text))
      refuse_conversion("a list holds a text that is not UTF-8, which JSON cannot say");
    std::string quoted = "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') {
        quoted += '\\';
        quoted += c;
      } else if (static_cast<unsigned char>(c) < 0x20) {
        quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
      } else {
        quoted += c;
      }
    }
    return quoted + '"';
  }

  std::string operator()(const bytes&) const {
    refuse_conversion("an array of bytea has no form on SQLite; use .maps_to or a table");
  }
};

std::string list_text(const array_item& list) {
  std::string text = "[";
  for (const array_item& each : list.items) {
    if (text.size() > 1)
      text += ',';
    text += each.is_array ? list_text(each) : std::visit(element_text{}, each.scalar);
  }
  return text + ']';
}

void append_utf8(std::string& to, std::uint32_t code) {
  const auto add = [&](std::uint32_t byte) { to += static_cast<char>(byte); };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xc0 | code >> 6);
    add(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    add(0xe0 | code >> 12);
    add(0x80 | (code >> 6 & 0x3f));
    add(0x80 | (code & 0x3f));
  } else {
    add(0xf0 | code >> 18);
    add(0x80 | (code >> 12 & 0x3f));
    add(0x80 | (code >> 6 & 0x3f));
    add(0x80 | (code & 0x3f));
  }
}

class parser {
public:
  explicit parser(std::string_view text) : text_(text), rest_(text) {}

  array_item parse(int dimensions) {
    array_item list = parse_list(dimensions);
    skip_space();
    if (!rest_.empty())
      refuse();
    return list;
  }

private:
  [[noreturn]] void refuse() const {
    refuse_conversion(fmt::format("{} stands where another JSON array is expected", text_));
  }

  void skip_space() {
    const auto end = rest_.find_first_not_of(" \t\r\n");
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
  }

  bool take(char c) {
    skip_space();
    if (!rest_.starts_with(c))
      return false;
    rest_.remove_prefix(1);
    return true;
  }

  array_item parse_list(int dimensions) {
    if (dimensions == 0 || !take('['))
      refuse();
    array_item list{.scalar = {}, .items = {}, .is_array = true};
    if (take(']'))
      return list;
    do {
      list.items.push_back(dimensions > 1 ? parse_list(dimensions - 1) : parse_element());
    } while (take(','));
    if (!take(']'))
      refuse();
    return list;
  }

  array_item parse_element() {
    if (take('"'))
      return {.scalar = parse_string(), .items = {}};
    const auto end = rest_.find_first_of(",] \t\r\n");
    if (end == std::string_view::npos)
      refuse();
    const auto word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    if (word == "null")
      return {.scalar = {}, .items = {}};
    if (word == "true" || word == "false") {
      return {.scalar = std::int64_t{word == "true"}, .items = {}};
    }
    return {.scalar = parse_number(word), .items = {}};
  }

  value parse_number(std::string_view word) const {
    const auto* last = word.data() + word.size();
    if (word.find_first_of(".eE") == std::string_view::npos) {
      std::int64_t number = 0;
      const auto [end, failed] = std::from_chars(word.data(), last, number);
      if (failed != std::errc() || end != last)
        refuse();
      return number;
    }
    double number = 0;
    const auto [end, failed] = std::from_chars(word.data(), last, number);
    if (failed != std::errc() || end != last)
      refuse();
    return number;
  }

  std::string parse_string() {
    std::string text;
    while (!rest_.starts_with('"')) {
      if (rest_.empty())
        refuse();
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c != '\\') {
        text += c;
        continue;
      }
      parse_escape(text);
    }
    rest_.remove_prefix(1);
    if (!detail::is_utf8(text))
      refuse();
    return text;
  }

  void parse_escape(std::string& to) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (rest_.empty())
      refuse();
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (const auto at = letters.find(c); at != std::string_view::npos) {
      to += meanings[at];
      return;
    }
    if (c != 'u')
      refuse();
    const std::uint32_t code = parse_unit();
    append_utf8(to, is_half(code) ? with_second_half(code) : code);
  }

  static bool is_half(std::uint32_t code) { return code >= 0xd800 && code < 0xe000; }

  /// Characters beyond U+FFFF are two units; one of them alone is no character.
  std::uint32_t with_second_half(std::uint32_t first) {
    if (first >= 0xdc00 || !rest_.starts_with("\\u"))
      refuse();
    rest_.remove_prefix(2);
    const std::uint32_t second = parse_unit();
    if (second < 0xdc00 || second >= 0xe000)
      refuse();
    return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
  }

  std::uint32_t parse_unit() {
    std::uint32_t unit = 0;
    if (rest_.size() < 4)
      refuse();
    const auto [end, failed] = std::from_chars(rest_.data(), rest_.data() + 4, unit, 16);
    if (failed != std::errc() || end != rest_.data() + 4)
      refuse();
    rest_.remove_prefix(4);
    return unit;
  }

  std::string_view text_;
  std::string_view rest_;
};

} // namespace

std::string json_array_text(const array_item& from) { return list_text(from); }

array_item parse_json_array(std::string_view text, int dimensions) {
  return parser(text).parse(dimensions);
}

} // namespace strata
