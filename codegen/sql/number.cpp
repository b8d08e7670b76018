// Up to fifteen digits every decimal number has a double of its own, whose first fifteen digits are
// the number again; so their equality and order are those of the numbers.
#include "codegen/sql/number.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen::sql {
namespace {

constexpr int most_exact_digits = 15;

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// All places of the column's scale; `+ 0.0` takes the sign off a zero.
std::string all_places(const std::string& name, const model::data_type& type) {
  return fmt::format("printf('%.{}f', {} + 0.0)", type.scale.value_or(0), name);
}

std::string unless_null(const std::string& name, const std::string& value) {
  return fmt::format("CASE WHEN {} IS NOT NULL THEN {} END", name, value);
}

std::string digits_of_real(const std::string& name, const model::data_type& type) {
  const std::string places = all_places(name, type);
  return unless_null(
      name, type.scale.value_or(0) == 0 ? places : "rtrim(rtrim(" + places + ", '0'), '.')");
}

/// What one_text does, for texts that the check of earlier releases let in.
std::string digits_of_text(const std::string& name) {
  return fmt::format("CASE WHEN ltrim({0}, '-0.') = '' THEN '0' ELSE "
                     "CASE WHEN {0} GLOB '-*' THEN '-' ELSE '' END || "
                     "CASE WHEN ltrim({0}, '-0') GLOB '.*' THEN '0' ELSE '' END || "
                     "CASE WHEN {0} GLOB '*.*' THEN rtrim(rtrim(ltrim({0}, '-0'), '0'), '.') "
                     "ELSE ltrim({0}, '-0') END END",
                     name);
}

} // namespace

bool has_own_sqlite_words(const model::column& column) {
  return !column.sqlite_type.empty() && column.sqlite_type != found_text_words;
}

std::optional<number_form> number_form_of(const model::column& column) {
  const model::data_type& type = column.type;
  if (type.kind != model::type_kind::numeric || type.array_dimensions > 0 ||
      has_own_sqlite_words(column)) {
    return std::nullopt;
  }
  if (column.sqlite_type == found_text_words) {
    return number_form::found_text;
  }
  const bool fits = type.precision && *type.precision <= most_exact_digits &&
                    type.scale.value_or(0) >= 0 && type.scale.value_or(0) <= *type.precision;
  return fits ? number_form::real : number_form::digits;
}

std::optional<std::string> one_text(std::string_view number) {
  const bool is_negative = number.starts_with('-');
  if (is_negative || number.starts_with('+')) {
    number.remove_prefix(1);
  }
  const auto point = std::min(number.find('.'), number.size());
  std::string_view whole = number.substr(0, point);
  std::string_view behind = number.substr(std::min(point + 1, number.size()));
  if (whole.size() + behind.size() == 0 || !is_digits(whole) || !is_digits(behind)) {
    return std::nullopt;
  }
  whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
  behind = behind.substr(0, behind.find_last_not_of('0') + 1);
  if (whole.empty() && behind.empty()) {
    return "0";
  }
  std::string text = is_negative ? "-" : "";
  text += whole.empty() ? "0" : whole;
  return behind.empty() ? text : text + "." + std::string(behind);
}

std::string
number_conversion(const std::string& name, const model::column& from, const model::column& to) {
  const auto before = number_form_of(from);
  const auto after = number_form_of(to);
  if (before == after || after == number_form::real) {
    return "";
  }
  if (before == number_form::real) {
    return after == number_form::digits ? digits_of_real(name, from.type)
                                        : unless_null(name, all_places(name, from.type));
  }
  return after == number_form::digits ? digits_of_text(name) : "";
}

std::string number_to_text(const std::string& name, const model::column& from) {
  return number_form_of(from) == number_form::real ? unless_null(name, all_places(name, from.type))
                                                   : "";
}

} // namespace strata::codegen::sql
