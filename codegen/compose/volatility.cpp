// Calls are found in the text of the default: names before a parenthesis, outside quotes.
#include "codegen/compose/volatility.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

namespace strata::codegen {
namespace {

/// What PostgreSQL declares immutable or stable, and types that take a modifier.
constexpr std::string_view steady =
    " age and array array_fill bit bpchar char character coalesce concat current_date "
    "current_setting current_time current_timestamp current_user date date_part "
    "date_trunc daterange decode else encode extract float format greatest in "
    "int4range int8range interval json_build_array json_build_object "
    "jsonb_build_array jsonb_build_object least length localtime localtimestamp "
    "lower make_date make_interval make_timestamp make_timestamptz md5 not now "
    "nullif numeric numrange or repeat replace round row statement_timestamp then "
    "time timestamp timestamptz timezone to_char to_date to_json to_jsonb "
    "to_timestamp transaction_timestamp trunc tsrange tstzrange upper varbit varchar "
    "varying when ";

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

bool is_steady(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return steady.find(' ' + name + ' ') != std::string_view::npos;
}

/// The word that ends before `at`, but for spaces; empty where there is none. A quoted or qualified
/// name is no word that is known.
std::string word_before(const std::string& text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') {
    --at;
  }
  std::size_t first = at;
  while (first > 0 &&
         (is_word(text[first - 1]) || text[first - 1] == '.' || text[first - 1] == '"')) {
    --first;
  }
  return text.substr(first, at - first);
}

bool calls_unsteady(const std::string& text) {
  bool is_quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\'') {
      is_quoted = !is_quoted;
    } else if (text[at] == '(' && !is_quoted) {
      const std::string name = word_before(text, at);
      if (!name.empty() && !is_steady(name)) {
        return true;
      }
    }
  }
  return false;
}

} // namespace

bool may_differ_by_row(const model::default_value& value) {
  if (const auto* known = std::get_if<model::known_function>(&value)) {
    return *known == model::known_function::gen_random_uuid;
  }
  const auto* text = std::get_if<model::sql_text>(&value);
  return text != nullptr && calls_unsteady(text->postgresql);
}

} // namespace strata::codegen
