// SQLite reads JSON's numbers and texts as they are, but for floating-point numbers, bytes, and
// texts that are no JSON: those go as texts that functions of the driver's read.
#include "src/runtime/list_parameter.hpp"

#include "src/runtime/array_text.hpp"
#include "src/runtime/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace strata::detail {
namespace {

std::string hexadecimal_of(std::string_view data) {
  std::string digits;
  for (const char each : data) {
    digits += fmt::format("{:02x}", static_cast<unsigned char>(each));
  }
  return digits;
}

template <typename Kind>
bool are_all(const std::vector<value>& values) {
  return std::ranges::all_of(values, [](const value& each) {
    return strata::is_null(each) || std::holds_alternative<Kind>(each);
  });
}

/// SQLite's JSON cuts a text at its NUL, and must be UTF-8.
bool is_no_json(const value& of) {
  const auto* text = std::get_if<std::string>(&of);
  return text != nullptr && (text->find('\0') != std::string::npos || !is_utf8(*text));
}

array_item list_of(const std::vector<value>& values, value (*form)(const value&)) {
  array_item list{.scalar = {}, .items = {}, .is_array = true};
  list.items.reserve(values.size());
  for (const value& each : values) {
    list.items.push_back({.scalar = strata::is_null(each) ? each : form(each), .items = {}});
  }
  return list;
}

value as_it_is(const value& of) { return of; }

value number_text(const value& of) { return fmt::format("{}", std::get<double>(of)); }

value text_digits(const value& of) { return hexadecimal_of(std::get<std::string>(of)); }

value byte_digits(const value& of) {
  const auto& data = std::get<bytes>(of);
  return hexadecimal_of({reinterpret_cast<const char*>(data.data()), data.size()});
}

} // namespace

std::optional<one_of> list_parameter(const std::vector<value>& values, dialect on) {
  if (on == dialect::postgresql)
    return one_of{" = ANY (", postgresql_array_text(list_of(values, as_it_is)), ")"};
  const auto json = [&](value (*form)(const value&)) {
    return json_array_text(list_of(values, form));
  };
  if (are_all<double>(values))
    return one_of{" IN (SELECT strata_real(value) FROM json_each(", json(number_text), "))"};
  if (are_all<bytes>(values))
    return one_of{" IN (SELECT strata_bytes(value) FROM json_each(", json(byte_digits), "))"};
  const bool has_raw_texts = std::ranges::any_of(values, is_no_json);
  if (has_raw_texts && are_all<std::string>(values)) {
    return one_of{
        " IN (SELECT CAST(strata_bytes(value) AS TEXT) FROM json_each(", json(text_digits), "))"};
  }
  const bool has_others = std::ranges::any_of(values, [](const value& each) {
    return std::holds_alternative<double>(each) || std::holds_alternative<bytes>(each);
  });
  if (has_raw_texts || has_others)
    return std::nullopt;
  return one_of{" IN (SELECT value FROM json_each(", json(as_it_is), "))"};
}

} // namespace strata::detail
