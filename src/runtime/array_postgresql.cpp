// PostgreSQL's array text: `{1,2}`, `{"a \"b\"",NULL}`, `{{1,2},{3,4}}`.
#include "src/runtime/array_text.hpp"
#include "src/runtime/conversion.hpp"

#include <fmt/format.h>

namespace strata {
namespace {

using detail::array_item;

struct element_literal {
  std::string operator()(std::monostate) const { return "NULL"; }

  std::string operator()(std::int64_t number) const { return std::to_string(number); }

  std::string operator()(double number) const {
    // fmt writes the shortest text that reads back; its inf and nan are words PostgreSQL knows.
    return fmt::format("{}", number);
  }

  std::string operator()(const std::string& text) const {
    std::string quoted = "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\')
        quoted += '\\';
      quoted += c;
    }
    return quoted + '"';
  }

  std::string operator()(const bytes& data) const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "\"\\\\x";
    for (const std::byte each : data) {
      text += digits[std::to_integer<std::size_t>(each >> 4)];
      text += digits[std::to_integer<std::size_t>(each & std::byte{15})];
    }
    return text + '"';
  }
};

class literal_parser {
public:
  explicit literal_parser(std::string_view text) : text_(text), rest_(text) {}

  array_item parse(int dimensions) {
    if (rest_.starts_with('[')) {
      refuse_conversion(
          fmt::format("the array {} does not count from 1, which a std::vector cannot say", text_));
    }
    if (rest_ == "{}")
      return {.scalar = {}, .items = {}, .is_array = true};
    array_item list = parse_list(dimensions);
    if (!rest_.empty())
      refuse();
    return list;
  }

private:
  [[noreturn]] void refuse() const {
    refuse_conversion(fmt::format("{} stands where another array is expected", text_));
  }

  array_item parse_list(int dimensions) {
    if (dimensions == 0 || !rest_.starts_with('{'))
      refuse();
    array_item list{.scalar = {}, .items = {}, .is_array = true};
    do {
      rest_.remove_prefix(1);
      list.items.push_back(dimensions > 1 ? parse_list(dimensions - 1) : parse_element());
    } while (rest_.starts_with(','));
    if (!rest_.starts_with('}'))
      refuse();
    rest_.remove_prefix(1);
    return list;
  }

  array_item parse_element() {
    if (rest_.starts_with('"'))
      return {.scalar = parse_quoted(), .items = {}};
    if (rest_.starts_with('{'))
      refuse();
    const auto end = rest_.find_first_of(",}");
    if (end == std::string_view::npos)
      refuse();
    const std::string word(rest_.substr(0, end));
    rest_.remove_prefix(end);
    if (word == "NULL")
      return {.scalar = {}, .items = {}};
    return {.scalar = word, .items = {}};
  }

  std::string parse_quoted() {
    std::string text;
    rest_.remove_prefix(1);
    while (!rest_.starts_with('"')) {
      if (rest_.starts_with('\\'))
        rest_.remove_prefix(1);
      if (rest_.empty())
        refuse();
      text += rest_.front();
      rest_.remove_prefix(1);
    }
    rest_.remove_prefix(1);
    return text;
  }

  std::string_view text_;
  std::string_view rest_;
};

/// PostgreSQL's arrays are boxes: `{{}}` would come back as `{}`.
void require_no_empty_row(const array_item& list) {
  for (const array_item& each : list.items) {
    if (!each.is_array)
      continue;
    if (each.items.empty()) {
      refuse_conversion("an array of arrays holds an empty one, which PostgreSQL cannot store");
    }
    require_no_empty_row(each);
  }
}

std::string list_literal(const array_item& list) {
  std::string text = "{";
  for (const array_item& each : list.items) {
    if (text.size() > 1)
      text += ',';
    text += each.is_array ? list_literal(each) : std::visit(element_literal{}, each.scalar);
  }
  return text + '}';
}

} // namespace

std::string postgresql_array_text(const array_item& from) {
  require_no_empty_row(from);
  return list_literal(from);
}

array_item parse_postgresql_array(std::string_view text, int dimensions) {
  return literal_parser(text).parse(dimensions);
}

} // namespace strata
