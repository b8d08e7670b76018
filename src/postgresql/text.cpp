// Values as PostgreSQL's text format has them.
#include "src/postgresql/text.hpp"

#include <strata/runtime/error.hpp>

#include <charconv>
#include <cmath>

namespace strata::postgresql {

namespace {

struct text_maker {
  std::optional<std::string> operator()(std::monostate) const { return std::nullopt; }

  std::optional<std::string> operator()(std::int64_t number) const {
    return std::to_string(number);
  }

  std::optional<std::string> operator()(double number) const {
    if (std::isnan(number))
      return "NaN";
    if (std::isinf(number))
      return number > 0 ? "Infinity" : "-Infinity";
    char buffer[32];
    return std::string(buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr);
  }

  std::optional<std::string> operator()(const std::string& text) const {
    if (text.find('\0') != std::string::npos) {
      throw conversion_error(
          "a text holds the character NUL, which PostgreSQL cannot store; keep such data in bytea",
          {.code = "R068"});
    }
    return text;
  }

  std::optional<std::string> operator()(const bytes& data) const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "\\x";
    text.reserve(2 + 2 * data.size());
    for (const std::byte each : data) {
      text += digits[std::to_integer<std::size_t>(each >> 4)];
      text += digits[std::to_integer<std::size_t>(each & std::byte{15})];
    }
    return text;
  }
};

} // namespace

std::optional<std::string> field_text(const value& from) { return std::visit(text_maker{}, from); }

std::string copy_line(const std::vector<std::optional<std::string>>& fields) {
  std::string line;
  bool is_first = true;
  for (const auto& field : fields) {
    if (!is_first)
      line += '\t';
    is_first = false;
    if (!field) {
      line += "\\N";
      continue;
    }
    for (const char c : *field) {
      switch (c) {
      case '\\':
        line += "\\\\";
        break;
      case '\t':
        line += "\\t";
        break;
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      default:
        line += c;
      }
    }
  }
  return line;
}

std::string quoted(std::string_view name) {
  std::string text = "\"";
  for (const char c : name) {
    text += c;
    if (c == '"')
      text += c;
  }
  return text + '"';
}

} // namespace strata::postgresql
