// PostgreSQL answers in text, SQLite in storage classes.
#include "src/runtime/values.hpp"

#include <charconv>
#include <type_traits>

namespace strata::detail {
namespace {

struct to_text {
  std::string operator()(std::monostate) const { return {}; }

  std::string operator()(std::int64_t of) const { return std::to_string(of); }

  std::string operator()(double of) const { return std::to_string(of); }

  std::string operator()(const std::string& of) const { return of; }

  std::string operator()(const bytes& of) const {
    std::string text;
    for (const std::byte each : of) {
      text += static_cast<char>(each);
    }
    return text;
  }
};

} // namespace

std::string as_text(const value& of) { return std::visit(to_text{}, of); }

std::int64_t as_integer(const value& of) {
  if (const auto* number = std::get_if<std::int64_t>(&of)) {
    return *number;
  }
  const std::string text = as_text(of);
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::optional<std::int64_t> as_whole_number(const value& of) {
  if (const auto* number = std::get_if<std::int64_t>(&of)) {
    return *number;
  }
  const auto* text = std::get_if<std::string>(&of);
  if (text == nullptr) {
    return std::nullopt;
  }
  std::int64_t number = 0;
  const char* end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, number);
  return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

bool as_truth(const value& of) {
  const std::string text = as_text(of);
  return text == "t" || text == "true" || as_integer(of) != 0;
}

} // namespace strata::detail
