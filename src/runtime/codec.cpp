// Numbers, texts and bytes: PostgreSQL's text form and SQLite's storage classes.
#include <strata/runtime/codec.hpp>

#include "src/runtime/conversion.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

namespace strata {
namespace {

template <typename Number>
Number parse_number(const std::string& text, std::string_view expected) {
  Number number{};
  const auto* end = text.data() + text.size();
  const auto [stop, failed] = std::from_chars(text.data(), end, number);
  if (failed == std::errc::result_out_of_range) {
    refuse_conversion(fmt::format("{} is out of the range of {}", text, expected));
  }
  if (failed != std::errc() || stop != end) {
    refuse_conversion(fmt::format("'{}' stands where {} is expected", text, expected));
  }
  return number;
}

int hexadecimal(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'a' && c <= 'f')
    return c - 'a' + 10;
  if (c >= 'A' && c <= 'F')
    return c - 'A' + 10;
  return -1;
}

/// `\x6162`, PostgreSQL's bytea_output `hex`.
bytes from_hexadecimal(std::string_view digits) {
  bytes data;
  data.reserve(digits.size() / 2);
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    const int high = hexadecimal(digits[i]);
    const int low = hexadecimal(digits[i + 1]);
    if (high < 0 || low < 0)
      refuse_conversion("a bytea holds a character that is no digit");
    data.push_back(static_cast<std::byte>(high * 16 + low));
  }
  return data;
}

/// `ab\000\\`, PostgreSQL's bytea_output `escape`.
bytes from_escapes(std::string_view text) {
  bytes data;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      data.push_back(static_cast<std::byte>(text[i]));
    } else if (i + 1 < text.size() && text[i + 1] == '\\') {
      data.push_back(std::byte{'\\'});
      ++i;
    } else if (i + 3 < text.size()) {
      const int code = (text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0');
      data.push_back(static_cast<std::byte>(code));
      i += 3;
    } else {
      refuse_conversion("a bytea ends within an escape");
    }
  }
  return data;
}

} // namespace

namespace detail {

std::int64_t decode_integer(const value& from, std::int64_t least, std::int64_t most) {
  std::int64_t number = 0;
  if (const auto* held = std::get_if<std::int64_t>(&from)) {
    number = *held;
  } else {
    number = parse_number<std::int64_t>(text_of(from, "an integer"), "an integer");
  }
  if (number < least || number > most) {
    refuse_conversion(fmt::format("{} is out of the range {} to {}", number, least, most));
  }
  return number;
}

double decode_double(const value& from) {
  if (const auto* held = std::get_if<double>(&from))
    return *held;
  if (const auto* held = std::get_if<std::int64_t>(&from))
    return static_cast<double>(*held);
  return parse_number<double>(text_of(from, "a number"), "double precision");
}

float decode_float(const value& from) {
  if (const auto* text = std::get_if<std::string>(&from)) {
    return parse_number<float>(*text, "real");
  }
  const double wide = decode_double(from);
  if (std::isfinite(wide) && std::abs(wide) > std::numeric_limits<float>::max()) {
    refuse_conversion(fmt::format("{} is out of the range of real", wide));
  }
  return static_cast<float>(wide);
}

bool decode_bool(const value& from) {
  if (const auto* held = std::get_if<std::int64_t>(&from)) {
    if (*held == 0 || *held == 1)
      return *held == 1;
    refuse_conversion(fmt::format("{} stands where a boolean is expected, 0 or 1", *held));
  }
  const std::string& text = text_of(from, "a boolean");
  if (text == "t" || text == "true")
    return true;
  if (text == "f" || text == "false")
    return false;
  refuse_conversion(fmt::format("'{}' stands where a boolean is expected", text));
}

value encode_double(double from, dialect on) {
  if (on == dialect::sqlite && std::isnan(from)) {
    refuse_conversion("NaN cannot be stored on SQLite, which would make it null");
  }
  return from;
}

} // namespace detail

value codec<std::string>::encode(const std::string& from, dialect) { return from; }

std::string codec<std::string>::decode(const value& from, dialect) {
  return text_of(from, "a text");
}

value codec<json>::encode(const json& from, dialect) { return from.text(); }

json codec<json>::decode(const value& from, dialect) { return json(text_of(from, "a JSON text")); }

value codec<uuid>::encode(const uuid& from, dialect) { return to_string(from); }

uuid codec<uuid>::decode(const value& from, dialect) {
  return uuid::from_string(text_of(from, "a uuid"));
}

value codec<numeric>::encode(const numeric& from, dialect on) {
  if (on == dialect::sqlite && !from.is_finite()) {
    refuse_conversion(
        fmt::format("{} cannot be stored on SQLite, where a numeric is finite", from.text()));
  }
  if (on == dialect::sqlite && from.text().find('.') != std::string::npos) {
    // One text for each number: it may be a key.
    const auto last = from.text().find_last_not_of('0');
    return from.text().substr(0, from.text()[last] == '.' ? last : last + 1);
  }
  return from.text();
}

numeric codec<numeric>::decode(const value& from, dialect) {
  if (const auto* held = std::get_if<std::int64_t>(&from))
    return numeric(*held);
  if (const auto* held = std::get_if<double>(&from)) {
    // SQLite's numeric columns hold up to fifteen digits so, each with a double of its own.
    return numeric(std::string_view(fmt::format("{:.15g}", *held)));
  }
  return numeric(std::string_view(text_of(from, "a numeric")));
}

value codec<bytes>::encode(const bytes& from, dialect) { return from; }

bytes codec<bytes>::decode(const value& from, dialect on) {
  if (const auto* held = std::get_if<bytes>(&from))
    return *held;
  const std::string& text = text_of(from, "bytes");
  if (on == dialect::sqlite)
    refuse_conversion("a text stands where bytes are expected");
  if (!text.starts_with("\\x"))
    return from_escapes(text);
  return from_hexadecimal(std::string_view(text).substr(2));
}

} // namespace strata
